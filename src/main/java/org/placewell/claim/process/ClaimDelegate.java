package org.placewell.claim.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.placewell.workflow.Vars;

/** Reads the references that this room's service tasks start from. */
final class ClaimDelegate {

    private ClaimDelegate() {}

    static String claim(DelegateExecution execution) {
        return (String) execution.getVariable(Vars.CLAIM_REF);
    }

    static String statement(DelegateExecution execution) {
        return (String) execution.getVariable(Vars.STATEMENT_REF);
    }
}
