package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Settles the milestone that was checked. */
@Component("recordMilestone")
class RecordMilestone implements JavaDelegate {

    private final Sustainment sustainment;

    RecordMilestone(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Vars.MORE_MILESTONES, sustainment.recordMilestone((String) execution.getVariable(Vars.JOB_REF)));
    }
}
