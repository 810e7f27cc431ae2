package org.placewell.jobsearch.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.jobsearch.SearchDates;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Says whether the contract's time is used up, and tells people when it soon will be. */
@Component("checkTimeLimit")
class CheckTimeLimit implements JavaDelegate {

    private final SearchDates dates;

    CheckTimeLimit(SearchDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean up = dates.checkTime((String) execution.getVariable(Vars.REFERRAL_REF));
        execution.setVariable(Vars.TIME_IS_UP, up);
        if (up) {
            execution.setVariable(Vars.SEARCH_OUTCOME, "timeLimit");
        }
    }
}
