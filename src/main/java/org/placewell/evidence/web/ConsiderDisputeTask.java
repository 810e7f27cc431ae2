package org.placewell.evidence.web;

import java.util.Map;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist accepts a rejection or disputes it. */
@Component
class ConsiderDisputeTask implements TaskHandler {

    private final Evidence evidence;
    private final ClaimPages pages;

    ConsiderDisputeTask(Evidence evidence, ClaimPages pages) {
        this.evidence = evidence;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "considerDispute";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("evidence/context :: review", pages.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var decision = answers.text(Vars.DISPUTE_DECISION);
        if (decision.equals("disputed")) {
            evidence.dispute(item.caseRef(), answers.text("disputeGrounds"), actor);
        } else {
            evidence.acceptRejection(item.caseRef(), actor);
        }
        return Vars.decision(Vars.DISPUTE_DECISION, decision);
    }
}
