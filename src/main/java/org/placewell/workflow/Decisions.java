package org.placewell.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/**
 * Asks a decision table. Facades call it with domain facts, so that no fact has to pass through process variables; history
 * level {@code activity} keeps no copy of the inputs.
 */
@Service
public class Decisions {

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The outputs of the one rule that fits.
     *
     * @throws IllegalStateException when no rule fits: the table has a gap
     */
    public Map<String, Object> ask(String table, Map<String, Object> facts) {
        var result = decisions.evaluateDecisionTableByKey(table).variables(facts).evaluate();
        if (result.isEmpty()) {
            throw new IllegalStateException("No rule of the table " + table + " fits");
        }
        return result.getSingleResult().getEntryMap();
    }
}
