package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.claim.Claims;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The draw decides whether the paid claim is checked again. */
@Component("drawSample")
class DrawSample implements JavaDelegate {

    private final Claims claims;

    DrawSample(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Vars.IN_SAMPLE, claims.drawSample(ClaimDelegate.claim(execution)));
    }
}
