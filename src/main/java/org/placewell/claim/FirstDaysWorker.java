package org.placewell.claim;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every few minutes whether a variation has begun, on each node that runs the engine's jobs; the first days themselves are days. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class FirstDaysWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstDaysWorker.class);
    private static final int MINUTES = 5;

    private final FirstDays firstDays;
    private ScheduledExecutorService thread;

    FirstDaysWorker(FirstDays firstDays) {
        this.firstDays = firstDays;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var worker = new Thread(task, "first-days");
            worker.setDaemon(true);
            return worker;
        });
        thread.scheduleWithFixedDelay(this::look, 1, MINUTES, TimeUnit.MINUTES);
    }

    /** A database that is away for a while must not end the looking. What fails with one referral is the engine's affair, and the operator's. */
    private void look() {
        try {
            firstDays.begin();
        } catch (FirstDays.NotBegun e) {
            LOG.error("{}, the others were; the next look tries them again: {}", e.getMessage(), e.getCause().getClass().getName());
        } catch (RuntimeException e) {
            LOG.warn("looking for variations that begin is interrupted and goes on by itself: {}", e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("a referral is still being looked at while the program stops; it is looked at wholly or not at all");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
