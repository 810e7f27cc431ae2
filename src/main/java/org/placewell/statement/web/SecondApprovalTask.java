package org.placewell.statement.web;

import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.statement.Statements;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The second of two people approves a statement or sends it back. */
@Component
class SecondApprovalTask implements TaskHandler {

    private final Statements statements;
    private final StatementPanel panel;

    SecondApprovalTask(Statements statements, StatementPanel panel) {
        this.statements = statements;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "secondApproval";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return panel.page(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var decision = answers.text(Vars.APPROVAL_DECISION);
        if (decision.equals("approved")) {
            statements.approve(item.caseRef(), 2, actor);
        } else {
            statements.sendBack(item.caseRef(), 2, answers.list("queriedClaims"), answers.text("queryReason"), actor);
        }
        return Vars.decision(Vars.APPROVAL_DECISION, decision);
    }
}
