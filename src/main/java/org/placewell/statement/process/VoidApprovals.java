package org.placewell.statement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.statement.Statements;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** The approvals given so far count no longer. */
@Component("voidApprovals")
class VoidApprovals implements JavaDelegate {

    private final Statements statements;

    VoidApprovals(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statements.voidApprovals((String) execution.getVariable(Vars.STATEMENT_REF));
    }
}
