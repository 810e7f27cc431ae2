package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The statement and its claims are paid. */
@Component("closeStatement")
class CloseStatement implements JavaDelegate {

    private final Claims claims;

    CloseStatement(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.closeStatement(ClaimDelegate.statement(execution));
    }
}
