package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** A referral that a variation of its contract found open is looked at again under its terms. */
@Component("lookAgain")
class LookAgain implements JavaDelegate {

    private final Claims claims;

    LookAgain(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.variationBegan((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
