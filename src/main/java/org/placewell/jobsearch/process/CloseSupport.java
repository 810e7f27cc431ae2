package org.placewell.jobsearch.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.jobsearch.JobSearch;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Ends the referral after support, for the reason that the search came to. */
@Component("closeSupport")
class CloseSupport implements JavaDelegate {

    private final JobSearch jobSearch;

    CloseSupport(JobSearch jobSearch) {
        this.jobSearch = jobSearch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jobSearch.closeSupport((String) execution.getVariable(Vars.REFERRAL_REF), (String) execution.getVariable(Vars.SEARCH_OUTCOME));
    }
}
