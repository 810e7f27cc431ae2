package org.placewell.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.referral.Referrals;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells those who worked with the person that the case has ended early. */
@Component("recordEarlyEnd")
class RecordEarlyEnd implements JavaDelegate {

    private final Referrals referrals;

    RecordEarlyEnd(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        referrals.recordEarlyEnd(ref);
    }
}
