package org.placewell.statement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.statement.Statements;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The ledger is posted and the payer asked to pay. */
@Component("instructPayment")
class InstructPayment implements JavaDelegate {

    private final Statements statements;

    InstructPayment(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statements.instructPayment((String) execution.getVariable(Vars.STATEMENT_REF));
    }
}
