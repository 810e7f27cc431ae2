package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells the team leaders that triage is overdue. */
@Component("escalateTriage")
class EscalateTriage implements JavaDelegate {

    private final Triage triage;

    EscalateTriage(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.escalate(ref);
    }
}
