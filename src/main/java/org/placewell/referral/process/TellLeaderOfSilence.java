package org.placewell.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.referral.SelfReferrals;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells the team leaders that the named clinician has not answered after the reminder either. */
@Component("tellLeaderOfSilence")
class TellLeaderOfSilence implements JavaDelegate {

    private final SelfReferrals selfReferrals;

    TellLeaderOfSilence(SelfReferrals selfReferrals) {
        this.selfReferrals = selfReferrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        selfReferrals.tellLeaderOfSilence((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
