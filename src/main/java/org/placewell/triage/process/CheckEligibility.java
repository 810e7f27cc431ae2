package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Checks a referral against the cohort of its contract. */
@Component("checkEligibility")
class CheckEligibility implements JavaDelegate {

    private final Triage triage;

    CheckEligibility(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        execution.setVariable(Vars.ELIGIBILITY, triage.checkEligibility(ref));
    }
}
