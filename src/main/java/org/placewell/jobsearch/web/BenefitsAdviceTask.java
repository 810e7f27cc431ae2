package org.placewell.jobsearch.web;

import java.util.Map;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.JobSearch;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist offers advice on what work does to benefits. */
@Component
class BenefitsAdviceTask implements TaskHandler {

    private final JobSearch jobSearch;
    private final PersonPages pages;

    BenefitsAdviceTask(JobSearch jobSearch, PersonPages pages) {
        this.jobSearch = jobSearch;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "benefitsAdvice";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return pages.person(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        jobSearch.recordAdvice(item.caseRef(), answers.date("offeredOn"), Codes.constant(answers.text("answer")), "BEFORE_WORK", actor);
        return Map.of();
    }
}
