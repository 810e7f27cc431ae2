package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Writes the contract's milestones down. */
@Component("planMilestones")
class PlanMilestones implements JavaDelegate {

    private final Sustainment sustainment;

    PlanMilestones(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sustainment.planMilestones((String) execution.getVariable(Vars.JOB_REF));
    }
}
