package org.placewell.triage.web;

import java.util.HashMap;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.shared.Words;
import org.placewell.triage.DuplicateReview;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader says whether two referrals are for the same person and the same support. */
@Component
class DecideDuplicateTask implements TaskHandler {

    private final DuplicateReview review;
    private final TriagePanel panel;

    DecideDuplicateTask(DuplicateReview review, TriagePanel panel) {
        this.review = review;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "decideDuplicate";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var model = new HashMap<>(panel.model(item.caseRef(), actor));
        var found = review.possible(item.caseRef(), actor);
        model.put("duplicates", found);
        model.put("services", panel.titles(found));
        var options = found.stream().map(one -> new Option(one.earlierRef(),
                one.earlierRef() + ", " + one.name() + ", referred on " + Words.date(one.referredOn()))).toList();
        var only = found.size() == 1 ? Map.<String, Object>of("earlierReferral", found.get(0).earlierRef()) : Map.<String, Object>of();
        return TaskPage.of("triage/side :: duplicates", model).with(only, Map.of("earlierReferrals", options));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var ref = item.caseRef();
        switch (answers.text(Vars.DUPLICATE_DECISION)) {
            case "same" -> {
                review.duplicate(ref, answers.text("earlierReferral"), answers.text("rightRecord"), actor);
                return Map.of(Vars.DUPLICATE_DECISION, "same", Vars.TRIAGE_OUTCOME, "duplicate");
            }
            case "samePerson" -> review.samePerson(ref, answers.text("earlierReferral"), answers.text("rightRecord"), actor);
            default -> review.different(ref, actor);
        }
        // For the model only the referral counts: it goes on, whoever the person is.
        return Vars.decision(Vars.DUPLICATE_DECISION, "different");
    }
}
