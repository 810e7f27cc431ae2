package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Records usual care, as the trial allocated. */
@Component("startUsualCare")
class StartUsualCare implements JavaDelegate {

    private final Triage triage;

    StartUsualCare(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.startUsualCare(ref);
        execution.setVariable(Vars.TRIAGE_OUTCOME, "usualCare");
    }
}
