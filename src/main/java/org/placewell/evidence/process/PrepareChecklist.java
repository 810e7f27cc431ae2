package org.placewell.evidence.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The gathering of evidence begins. */
@Component("prepareChecklist")
class PrepareChecklist implements JavaDelegate {

    private final Evidence evidence;

    PrepareChecklist(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        evidence.prepareChecklist((String) execution.getVariable(Vars.CLAIM_REF), Actor.system());
    }
}
