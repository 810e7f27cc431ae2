package org.placewell.triage.web;

import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.triage.TrialEntry;
import org.placewell.triage.Trials;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader records what the person said about the trial, and the first measures. */
@Component
class EnterTrialTask implements TaskHandler {

    private final Trials trials;
    private final TriagePanel panel;

    EnterTrialTask(Trials trials, TriagePanel panel) {
        this.trials = trials;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "enterTrial";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("triage/side :: trial", panel.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers a, Actor actor) {
        var entry = a.yes("takesPart")
                ? new TrialEntry(true, a.date("askedOn"), a.text("measure").equals("swemwbs") ? "SWEMWBS" : "TOP_WELLBEING",
                        (int) a.number("score", -1),
                        a.date("measuredOn"))
                : TrialEntry.declined(a.date("askedOn"));
        trials.enter(item.caseRef(), entry, actor);
        return Map.of();
    }
}
