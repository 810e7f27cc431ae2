package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The amount is reserved under every cap of the contract. */
@Component("reserveAmount")
class ReserveAmount implements JavaDelegate {

    private final Claims claims;

    ReserveAmount(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Vars.CAP_ROOM, claims.reserveAmount(ClaimDelegate.claim(execution)));
    }
}
