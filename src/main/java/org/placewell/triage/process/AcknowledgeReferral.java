package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Acknowledges a referral and says whether an earlier one may be for the same person. */
@Component("acknowledgeReferral")
class AcknowledgeReferral implements JavaDelegate {

    private final Triage triage;

    AcknowledgeReferral(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        execution.setVariable(Vars.POSSIBLE_DUPLICATE, triage.acknowledge(ref));
    }
}
