package org.placewell.waitinglist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells the team leaders that the longest wait of the contract has passed. */
@Component("escalateLongWait")
class EscalateLongWait implements JavaDelegate {

    private final WaitingList waitingList;

    EscalateLongWait(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        waitingList.escalateLongWait(ref);
    }
}
