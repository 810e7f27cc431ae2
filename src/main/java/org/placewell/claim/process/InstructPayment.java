package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The ledger is posted and the payer asked to pay. */
@Component("instructPayment")
class InstructPayment implements JavaDelegate {

    private final Claims claims;

    InstructPayment(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.instructPayment(ClaimDelegate.statement(execution));
    }
}
