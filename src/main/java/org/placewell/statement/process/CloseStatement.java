package org.placewell.statement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.statement.Statements;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The statement and its claims are paid. */
@Component("closeStatement")
class CloseStatement implements JavaDelegate {

    private final Statements statements;

    CloseStatement(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statements.close((String) execution.getVariable(Vars.STATEMENT_REF));
    }
}
