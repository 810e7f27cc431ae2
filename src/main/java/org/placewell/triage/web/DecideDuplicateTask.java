package org.placewell.triage.web;

import java.util.HashMap;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.shared.Words;
import org.placewell.triage.Triage;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader says whether two referrals are for the same person and the same support. */
@Component
class DecideDuplicateTask implements TaskHandler {

    private final Triage triage;
    private final TriagePanel panel;

    DecideDuplicateTask(Triage triage, TriagePanel panel) {
        this.triage = triage;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "decideDuplicate";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var model = new HashMap<>(panel.model(item.caseRef(), actor));
        var found = triage.possibleDuplicates(item.caseRef(), actor);
        model.put("duplicates", found);
        var options = found.stream().map(one -> new Option(one.earlierRef(),
                one.earlierRef() + ", " + one.name() + ", referred on " + Words.date(one.referredOn()))).toList();
        return TaskPage.of("triage/side :: duplicates", model).with(Map.of(), Map.of("earlierReferrals", options));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var decision = answers.text(Vars.DUPLICATE_DECISION);
        boolean same = decision.equals("same");
        triage.decideDuplicate(item.caseRef(), same, answers.text("earlierReferral"), actor);
        return same ? Map.of(Vars.DUPLICATE_DECISION, decision, Vars.TRIAGE_OUTCOME, "duplicate") : Vars.decision(Vars.DUPLICATE_DECISION, decision);
    }
}
