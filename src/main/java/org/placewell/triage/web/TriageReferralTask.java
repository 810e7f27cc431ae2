package org.placewell.triage.web;

import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.triage.HandBackReason;
import org.placewell.triage.Triage;
import org.placewell.triage.TriageChoice;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader accepts, asks the referrer for more, or hands back with reason and advice. */
@Component
class TriageReferralTask implements TaskHandler {

    private final Triage triage;
    private final TriagePanel panel;

    TriageReferralTask(Triage triage, TriagePanel panel) {
        this.triage = triage;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "triageReferral";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var model = panel.model(item.caseRef(), actor);
        // Carried by the page: without earlier referrals nobody is asked why this one goes before them.
        return TaskPage.of("triage/side :: triage", model).with(Map.of("ahead", ((List<?>) model.get("before")).size()), Map.of());
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var choice = switch (answers.text("decision")) {
            case "askMore" -> TriageChoice.askMore(answers.text("question"));
            case "handBack" -> TriageChoice.handBack(HandBackReason.ofCode(answers.text("reason")), answers.text("advice"));
            default -> TriageChoice.accept();
        };
        triage.decide(item.caseRef(), choice, answers.text("overtakeReason"), actor);
        return Vars.decision(Vars.TRIAGE_DECISION, choice.decision());
    }
}
