package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The statement is withdrawn and its claims wait for a later one. */
@Component("releaseClaims")
class ReleaseClaims implements JavaDelegate {

    private final Claims claims;

    ReleaseClaims(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.releaseClaims(ClaimDelegate.statement(execution));
    }
}
