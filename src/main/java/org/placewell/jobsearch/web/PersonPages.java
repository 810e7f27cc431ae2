package org.placewell.jobsearch.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.SearchDates;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** What the pages of job search show beside a form: the person, what they want, where the search stands. */
@Component
class PersonPages {

    private final Caseload caseload;
    private final JobSearch jobSearch;
    private final SearchDates dates;

    PersonPages(Caseload caseload, JobSearch jobSearch, SearchDates dates) {
        this.caseload = caseload;
        this.jobSearch = jobSearch;
        this.dates = dates;
    }

    /** The side panel for a referral that the actor works on. */
    TaskPage person(String referralRef, Actor actor) {
        return TaskPage.of("jobsearch/side :: person", model(referralRef, actor));
    }

    /** The side panel for reaching out: what was tried, and what is missing before support may close without an answer. */
    TaskPage outreach(String referralRef, Actor actor) {
        var model = new HashMap<String, Object>(model(referralRef, actor));
        model.put("outreach", jobSearch.outreach(referralRef).orElse(null));
        return TaskPage.of("jobsearch/side :: outreach", model);
    }

    /** The side panel for one of the person's jobs. */
    TaskPage job(String jobRef, Actor actor) {
        var job = jobSearch.job(jobRef).orElseThrow(() -> new Problem.NotFound("this job"));
        var model = new HashMap<String, Object>(model(job.referralRef(), actor));
        model.put("job", job);
        return TaskPage.of("jobsearch/side :: job", model);
    }

    /** The referral that a job belongs to. */
    String referralOf(String jobRef) {
        return jobSearch.job(jobRef).orElseThrow(() -> new Problem.NotFound("this job")).referralRef();
    }

    /** What the profile's forms carry unseen: {@code yes} where the contract is content with the short one. */
    String profileIsShort(String referralRef) {
        return dates.shortProfile(referralRef) ? "yes" : "no";
    }

    /** The longer questions may be left out only where the contract is content with the short profile, whatever the page carried. */
    void requireProfile(String referralRef, Answers answers) {
        if (answers.text(VocationalProfileTask.SHORT).equals("yes") && !dates.shortProfile(referralRef)) {
            throw Problem.at("workWanted", "short", "This contract asks for the full profile. Open the page again to answer the other questions");
        }
    }

    private Map<String, Object> model(String referralRef, Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("referral", caseload.workedOnBy(referralRef, actor));
        model.put("profile", jobSearch.profile(referralRef).orElse(null));
        model.put("jobs", jobSearch.jobs(referralRef));
        model.put("appointments", List.copyOf(jobSearch.appointments(referralRef)));
        model.put("advice", jobSearch.advice(referralRef));
        model.put("searchEnds", dates.searchEnds(referralRef).orElse(null));
        model.put("employerContactBy", dates.employerContactBy(referralRef));
        model.put("firstEmployerMeeting", jobSearch.firstEmployerMeeting(referralRef).orElse(null));
        return model;
    }
}
