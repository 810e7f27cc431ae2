package org.placewell.settlement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.settlement.Settlement;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The draw decides whether the paid claim is checked again. */
@Component("drawSample")
class DrawSample implements JavaDelegate {

    private final Settlement settlement;

    DrawSample(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Vars.IN_SAMPLE, settlement.drawSample((String) execution.getVariable(Vars.CLAIM_REF)));
    }
}
