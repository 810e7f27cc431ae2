package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.placewell.workflow.Vars;

/** Reads the reference that this room's service tasks start from. */
final class ClaimDelegate {

    private ClaimDelegate() {}

    static String claim(DelegateExecution execution) {
        return (String) execution.getVariable(Vars.CLAIM_REF);
    }
}
