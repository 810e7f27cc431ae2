package org.placewell.triage.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.triage.Triage;
import org.placewell.triage.Trials;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Grades the support needed and says whether the programme is a trial. */
@Component("gradeNeed")
class GradeNeed implements JavaDelegate {

    private final Triage triage;
    private final Trials trials;

    GradeNeed(Triage triage, Trials trials) {
        this.triage = triage;
        this.trials = trials;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ref = (String) execution.getVariable(Vars.REFERRAL_REF);
        triage.grade(ref);
        execution.setVariable(Vars.IN_TRIAL, trials.isTrial(ref));
    }
}
