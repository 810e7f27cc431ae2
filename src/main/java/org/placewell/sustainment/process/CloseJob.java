package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Settles the milestones of a job that has ended. */
@Component("closeJob")
class CloseJob implements JavaDelegate {

    private final Sustainment sustainment;

    CloseJob(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sustainment.closeJob((String) execution.getVariable(Vars.JOB_REF));
    }
}
