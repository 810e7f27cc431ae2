package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.springframework.stereotype.Component;

/** The approvals given so far count no longer. */
@Component("voidApprovals")
class VoidApprovals implements JavaDelegate {

    private final Claims claims;

    VoidApprovals(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.voidApprovals(ClaimDelegate.statement(execution));
    }
}
