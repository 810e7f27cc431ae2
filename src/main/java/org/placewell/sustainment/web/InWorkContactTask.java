package org.placewell.sustainment.web;

import java.util.Map;
import org.placewell.jobsearch.Codes;
import org.placewell.security.Actor;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist's weekly contact in the first month of a job. */
@Component
class InWorkContactTask implements TaskHandler {

    private final Sustainment sustainment;
    private final JobPages pages;

    InWorkContactTask(Sustainment sustainment, JobPages pages) {
        this.sustainment = sustainment;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "inWorkContact";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return pages.job(item.caseRef(), actor);
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        boolean again = sustainment.recordContact(item.caseRef(), answers.date("contactedOn"), Codes.constant(answers.text("how")),
                Codes.constant(answers.text("going")), actor);
        return Vars.decision(Vars.CONTACT_AGAIN, again);
    }
}
