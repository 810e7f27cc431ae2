package org.placewell.sustainment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Begins to follow the job that has just started. */
@Component("beginSustainment")
class BeginSustainment implements JavaDelegate {

    private final Sustainment sustainment;

    BeginSustainment(Sustainment sustainment) {
        this.sustainment = sustainment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sustainment.begin((String) execution.getVariable(Vars.REFERRAL_REF));
    }
}
