package org.placewell.statement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.statement.Statements;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The statement is withdrawn and its claims wait for a later one. */
@Component("releaseClaims")
class ReleaseClaims implements JavaDelegate {

    private final Statements statements;

    ReleaseClaims(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statements.releaseClaims((String) execution.getVariable(Vars.STATEMENT_REF));
    }
}
