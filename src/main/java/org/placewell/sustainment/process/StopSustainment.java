package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Stops following a job whose referral has ended. */
@Component("stopSustainment")
class StopSustainment implements JavaDelegate {

    private final Sustainment sustainment;

    StopSustainment(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sustainment.stop((String) execution.getVariable(Vars.JOB_REF));
    }
}
