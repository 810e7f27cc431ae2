package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The referrer has not answered in time: the team has the referral again. */
@Component("takeBackQuestion")
class TakeBackQuestion implements JavaDelegate {

    private final Triage triage;

    TakeBackQuestion(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.takeBackQuestion(ref);
    }
}
