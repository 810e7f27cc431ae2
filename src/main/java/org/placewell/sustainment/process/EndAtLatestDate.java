package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Settles what no longer counts once the contract's latest date has passed. */
@Component("endAtLatestDate")
class EndAtLatestDate implements JavaDelegate {

    private final Sustainment sustainment;

    EndAtLatestDate(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sustainment.latestDatePassed((String) execution.getVariable(Vars.JOB_REF));
    }
}
