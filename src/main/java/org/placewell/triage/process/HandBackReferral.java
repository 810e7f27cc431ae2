package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Hands a referral back with reason and advice. */
@Component("handBackReferral")
class HandBackReferral implements JavaDelegate {

    private final Triage triage;

    HandBackReferral(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.handBack(ref);
        execution.setVariable(Vars.TRIAGE_OUTCOME, "handedBack");
    }
}
