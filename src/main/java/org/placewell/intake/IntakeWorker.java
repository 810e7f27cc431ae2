package org.placewell.intake;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for confirmed files every two seconds and works them off, and once an hour for files to empty; on each node that runs the
 * engine's jobs, too.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int SECONDS = 2;

    private final Batches batches;
    private final OldFiles old;
    private final int hands;
    private ScheduledExecutorService threads;

    IntakeWorker(Batches batches, OldFiles old, @Value("${placewell.intake.hands:2}") int hands) {
        this.batches = batches;
        this.old = old;
        this.hands = hands;
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(hands, task -> {
            var thread = new Thread(task, "intake");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < hands; i++) {
            threads.scheduleWithFixedDelay(() -> look(batches::work), SECONDS, SECONDS, TimeUnit.SECONDS);
        }
        threads.scheduleWithFixedDelay(() -> look(old::empty), 1, 60, TimeUnit.MINUTES);
    }

    /** A database that is away for a while must not end the looking: the next look comes in two seconds. */
    private void look(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The fault's own words may quote a row: its kind and its place say enough.
            LOG.warn("bringing people in is interrupted and goes on by itself: {} at {}", e.getClass().getName(),
                    Arrays.stream(e.getStackTrace()).findFirst().orElse(null));
        }
    }

    @Override
    public void stop() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("a batch of people is still being brought in while the program stops; it comes in whole or not at all");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
