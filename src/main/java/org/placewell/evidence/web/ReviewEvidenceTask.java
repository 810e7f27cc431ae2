package org.placewell.evidence.web;

import java.util.Map;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A validator decides on the evidence of the claim in hand. */
@Component
class ReviewEvidenceTask implements TaskHandler {

    private final Evidence evidence;
    private final ClaimPages pages;

    ReviewEvidenceTask(Evidence evidence, ClaimPages pages) {
        this.evidence = evidence;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "reviewEvidence";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("evidence/context :: review", pages.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var decision = answers.text(Vars.EVIDENCE_DECISION);
        evidence.review(item.caseRef(), ClaimPages.review(decision, answers), actor);
        return Vars.decision(Vars.EVIDENCE_DECISION, decision);
    }
}
