package org.placewell.triage.web;

import java.util.Map;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.triage.Trials;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The follow-up of a trial, the same for both arms. */
@Component
class FollowUpTask implements TaskHandler {

    private final Trials trials;
    private final Referrals referrals;

    FollowUpTask(Trials trials, Referrals referrals) {
        this.trials = trials;
        this.referrals = referrals;
    }

    @Override
    public String task() {
        return "followUp";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("triage/side :: followUp", Map.of("referral", referrals.visible(item.caseRef(), actor),
                "measure", trials.measure(item.caseRef()).equals("SWEMWBS")
                        ? "Short Warwick-Edinburgh scale, 7 to 35" : "Treatment Outcomes Profile, 0 to 20"));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers a, Actor actor) {
        boolean measured = a.text("followUpAnswer").equals("measured");
        // A released form asks for the day of a death in the field of every day.
        trials.followUp(item.caseRef(), a.text("followUpAnswer"), a.date(a.has("diedOn") ? "diedOn" : "onDate"), measured ? (int) a.number("score", -1) : null,
                measured ? a.yes("inWork") : null, actor);
        return Map.of();
    }
}
