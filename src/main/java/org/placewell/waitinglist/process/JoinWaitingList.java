package org.placewell.waitinglist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Puts an accepted person on the list with a priority. */
@Component("joinWaitingList")
class JoinWaitingList implements JavaDelegate {

    private final WaitingList waitingList;

    JoinWaitingList(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        waitingList.join(ref);
    }
}
