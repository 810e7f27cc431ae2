package org.placewell.statement.web;

import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.statement.Statements;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** Finance looks a draft through, takes lines out, sends it on or gives it up. */
@Component
class CheckDraftTask implements TaskHandler {

    private final Statements statements;
    private final StatementPanel panel;

    CheckDraftTask(Statements statements, StatementPanel panel) {
        this.statements = statements;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "checkDraft";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return panel.page(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var decision = answers.text(Vars.DRAFT_DECISION);
        if (decision.equals("ready")) {
            statements.markReady(item.caseRef(), answers.list("queriedClaims"), answers.text("queryReason"), actor);
        } else {
            statements.withdraw(item.caseRef(), actor);
        }
        return Vars.decision(Vars.DRAFT_DECISION, decision);
    }
}
