package org.placewell.claim.web;

import java.util.Map;
import org.placewell.claim.Claims;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** Finance looks a draft through, takes lines out, sends it on or gives it up. */
@Component
class CheckDraftTask implements TaskHandler {

    private final Claims claims;
    private final StatementPanel panel;

    CheckDraftTask(Claims claims, StatementPanel panel) {
        this.claims = claims;
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
            claims.markReady(item.caseRef(), answers.list("queriedClaims"), answers.text("queryReason"), actor);
        } else {
            claims.withdraw(item.caseRef(), actor);
        }
        return Vars.decision(Vars.DRAFT_DECISION, decision);
    }
}
