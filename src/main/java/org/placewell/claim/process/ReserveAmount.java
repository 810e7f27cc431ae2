package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The amount is reserved under every cap of the contract; a claim that is not paid says which way it ended. */
@Component("reserveAmount")
class ReserveAmount implements JavaDelegate {

    private final Claims claims;

    ReserveAmount(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var claim = ClaimDelegate.claim(execution);
        boolean reserved = claims.reserveAmount(claim);
        boolean payable = reserved || claims.get(claim).status() != ClaimStatus.NOT_PAYABLE;
        execution.setVariable(Vars.RESERVATION, reserved ? "reserved" : payable ? "noRoom" : "notPayable");
        // Cases begun under the model's first version read this one.
        execution.setVariable(Vars.CAP_ROOM, reserved);
    }
}
