package org.placewell.waitinglist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Gives the place that was accepted. */
@Component("takePlace")
class TakePlace implements JavaDelegate {

    private final WaitingList waitingList;

    TakePlace(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        waitingList.takePlace(ref);
        execution.setVariable(Vars.WAITING_OUTCOME, "placeTaken");
    }
}
