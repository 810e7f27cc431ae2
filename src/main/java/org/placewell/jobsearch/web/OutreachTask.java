package org.placewell.jobsearch.web;

import java.util.Map;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.JobSearch;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist tries to reach a person with whom contact is lost. */
@Component
class OutreachTask implements TaskHandler {

    private final JobSearch jobSearch;
    private final PersonPages pages;

    OutreachTask(JobSearch jobSearch, PersonPages pages) {
        this.jobSearch = jobSearch;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "outreach";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return pages.outreach(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var result = jobSearch.recordOutreach(item.caseRef(), answers.date("attemptedOn"), Codes.constant(answers.text("how")),
                Codes.constant(answers.text("result")), actor);
        return result.equals("disengaged")
                ? Map.of(Vars.OUTREACH_RESULT, result, Vars.SEARCH_OUTCOME, result)
                : Vars.decision(Vars.OUTREACH_RESULT, result);
    }
}
