package org.placewell.evidence.web;

import java.util.Map;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist sends the evidence to the validator; the papers are added on the claim's own page. */
@Component
class GatherEvidenceTask implements TaskHandler {

    private final Evidence evidence;
    private final ClaimPages pages;

    GatherEvidenceTask(Evidence evidence, ClaimPages pages) {
        this.evidence = evidence;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "gatherEvidence";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("evidence/context :: gather", pages.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        evidence.submit(item.caseRef(), answers.text("note"), actor);
        return Map.of();
    }
}
