package org.placewell.support;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step of the test model {@code failing.bpmn}: it fails, and says something about a person. */
@Component("failingErrand")
class FailingErrand implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        throw new IllegalStateException("No shop for 'Mary Jones'");
    }
}
