package org.placewell.workflow;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts the engine's commands since the start: what the simulation and the benchmarks report per referral. */
@Component
public class EngineCommands {

    private final LongAdder count = new LongAdder();

    /** How many commands the engine has run. */
    public long count() {
        return count.sum();
    }

    void another() {
        count.increment();
    }
}
