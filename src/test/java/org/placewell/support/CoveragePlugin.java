package org.placewell.support;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Tells {@link ModelCoverage} of every flow that the engine takes in a test. */
@Component
class CoveragePlugin extends SpringBootProcessEnginePlugin {

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        var listeners = engine.getCustomPostBPMNParseListeners();
        var all = new ArrayList<BpmnParseListener>(listeners == null ? List.of() : listeners);
        all.add(new EveryFlow());
        engine.setCustomPostBPMNParseListeners(all);
    }

    private static final class EveryFlow extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution ->
                    ModelCoverage.taken(process, flow.getId()));
        }
    }
}
