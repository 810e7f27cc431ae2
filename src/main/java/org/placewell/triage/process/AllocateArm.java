package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Gives support or, in a trial, the arm that the sealed list says. */
@Component("allocateArm")
class AllocateArm implements JavaDelegate {

    private final Triage triage;

    AllocateArm(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        execution.setVariable(Vars.ARM, triage.allocateArm(ref));
    }
}
