package org.placewell.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.referral.SelfReferrals;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Reminds the clinician whom a person has named of the question that is still open. */
@Component("remindClinician")
class RemindClinician implements JavaDelegate {

    private final SelfReferrals selfReferrals;

    RemindClinician(SelfReferrals selfReferrals) {
        this.selfReferrals = selfReferrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        selfReferrals.remindClinician((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
