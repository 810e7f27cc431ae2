package org.placewell.evidence.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The automatic checks run over what was sent in. */
@Component("runChecks")
class RunChecks implements JavaDelegate {

    private final Evidence evidence;

    RunChecks(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        evidence.runChecks((String) execution.getVariable(Vars.CLAIM_REF), Actor.system());
    }
}
