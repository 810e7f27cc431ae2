package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The check after payment failed: the reversal is asked for, and somebody in finance decides. */
@Component("reverseClaim")
class ReverseClaim implements JavaDelegate {

    private final Claims claims;

    ReverseClaim(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.reverseAfterSample(ClaimDelegate.claim(execution));
    }
}
