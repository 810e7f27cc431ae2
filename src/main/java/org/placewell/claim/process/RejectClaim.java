package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The claim ends without payment. */
@Component("rejectClaim")
class RejectClaim implements JavaDelegate {

    private final Claims claims;

    RejectClaim(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.rejectClaim(ClaimDelegate.claim(execution));
    }
}
