package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Accepts a referral and tells the referrer. */
@Component("acceptReferral")
class AcceptReferral implements JavaDelegate {

    private final Triage triage;

    AcceptReferral(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.accept(ref);
        execution.setVariable(Vars.TRIAGE_OUTCOME, "accepted");
    }
}
