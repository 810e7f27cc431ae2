package org.placewell.sustainment.web;

import java.util.Map;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.security.Actor;
import org.placewell.sustainment.CheckAnswers;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist checks at a milestone that the job goes on. */
@Component
class CheckSustainmentTask implements TaskHandler {

    private final Sustainment sustainment;
    private final JobPages pages;

    CheckSustainmentTask(Sustainment sustainment, JobPages pages) {
        this.sustainment = sustainment;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "checkSustainment";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return pages.job(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var reason = answers.has("endReason") ? JobEndReason.valueOf(Codes.constant(answers.text("endReason"))) : null;
        sustainment.recordCheck(item.caseRef(), new CheckAnswers(answers.yes("stillInJob"), answers.minutes("newHours", 0),
                answers.date("hoursChangedOn"), answers.date("endedOn"), reason, Codes.constant(answers.text("confirmedBy"))), actor);
        return Map.of();
    }
}
