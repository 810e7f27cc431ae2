package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells the team leaders that nobody has asked the person about the trial in time. */
@Component("escalateTrialEntry")
class EscalateTrialEntry implements JavaDelegate {

    private final Triage triage;

    EscalateTrialEntry(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.escalateTrialEntry(ref);
    }
}
