package org.placewell.sustainment.web;

import java.util.HashMap;
import java.util.Map;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.JobSearch;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** What the pages about a job show beside a form: the job, its hours, the milestones, the last contacts. */
@Component
class JobPages {

    private final Sustainment sustainment;
    private final JobSearch jobSearch;
    private final Caseload caseload;

    JobPages(Sustainment sustainment, JobSearch jobSearch, Caseload caseload) {
        this.sustainment = sustainment;
        this.jobSearch = jobSearch;
        this.caseload = caseload;
    }

    /** The side panel for a job that the actor supports. */
    TaskPage job(String jobRef, Actor actor) {
        var job = jobSearch.job(jobRef).orElseThrow(() -> new Problem.NotFound("this job"));
        Map<String, Object> model = new HashMap<>();
        model.put("referral", caseload.workedOnBy(job.referralRef(), actor));
        model.put("job", job);
        model.put("milestones", sustainment.milestones(jobRef));
        model.put("contacts", sustainment.contacts(jobRef));
        return TaskPage.of("sustainment/side :: job", model);
    }
}
