package org.placewell.waitinglist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Takes a person off the list with the reason recorded, and tells the referrer. */
@Component("leaveList")
class LeaveList implements JavaDelegate {

    private final WaitingList waitingList;

    LeaveList(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        waitingList.leave(ref);
        execution.setVariable(Vars.WAITING_OUTCOME, "left");
    }
}
