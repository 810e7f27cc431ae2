package org.placewell.jobsearch.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.jobsearch.JobSearch;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Tells the team leaders when nobody has met an employer in time. */
@Component("checkEmployerContact")
class CheckEmployerContact implements JavaDelegate {

    private final JobSearch jobSearch;

    CheckEmployerContact(JobSearch jobSearch) {
        this.jobSearch = jobSearch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jobSearch.checkFirstEmployerMeeting((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
