package org.placewell.waitinglist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** An offer was not answered in time: the person keeps the place, or leaves after the attempts the contract asks for. */
@Component("recordNonResponse")
class RecordNonResponse implements JavaDelegate {

    private final WaitingList waitingList;

    RecordNonResponse(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        execution.setVariable(Vars.OFFER_ANSWER, waitingList.recordNonResponse(ref));
    }
}
