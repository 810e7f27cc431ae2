package org.placewell.caseload.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.caseload.Caseload;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Opens the place that the person has taken. */
@Component("openCaseload")
class OpenCaseload implements JavaDelegate {

    private final Caseload caseload;

    OpenCaseload(Caseload caseload) {
        this.caseload = caseload;
    }

    @Override
    public void execute(DelegateExecution execution) {
        caseload.open((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
