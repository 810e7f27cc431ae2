package org.placewell.workflow.migration;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works through the cases of unfinished migrations in batches, beside the requests; takes them up again after a restart, and every few
 * seconds looks for what a node that died has left behind.
 */
@Component
class MigrationRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final int BATCH = 50;
    /** How many batches in a row may move nothing, because people are changing the very same cases, before it waits for the next start. */
    private static final int TRIES = 20;
    private final MigrationStore store;
    private final CaseMover mover;
    private final boolean byItself;
    private final int seconds;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "model-migration");
        thread.setDaemon(true);
        return thread;
    });

    MigrationRunner(MigrationStore store, CaseMover mover, @Value("${camunda.bpm.job-execution.enabled:true}") boolean byItself,
            @Value("${placewell.migration.seconds:10}") int seconds) {
        this.seconds = seconds;
        this.store = store;
        this.mover = mover;
        this.byItself = byItself;
    }

    /** What a stop has interrupted goes on. */
    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        if (byItself) {
            worker.scheduleWithFixedDelay(this::look, 0, seconds, TimeUnit.SECONDS);
        }
    }

    /** There is something to do as soon as the caller's transaction is in. Where jobs do not run by themselves, neither does this. */
    void wake() {
        if (!byItself) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.execute(MigrationRunner.this::look);
            }
        });
    }

    /** A database that is away for a while must not end the looking: the next look comes by itself. */
    private void look() {
        try {
            runAll();
        } catch (RuntimeException e) {
            LOG.warn("moving cases is interrupted and goes on by itself: {}", e.getClass().getName());
        }
    }

    private void runAll() {
        for (var id : store.unfinished()) {
            int inVain = 0;
            for (long left = store.left(id); inVain < TRIES && !Thread.currentThread().isInterrupted() && !batch(id); left = store.left(id)) {
                inVain = store.left(id) < left ? 0 : inVain + 1;
            }
            LOG.info("migration {} has been worked on", id);
        }
    }

    /** Moves the next cases of a migration. @return whether it has ended */
    boolean batch(long id) {
        var migration = store.report(id).orElseThrow();
        boolean forward = migration.status().equals("RUNNING");
        if (!migration.goesOn()) {
            return true;
        }
        var turn = store.next(id, forward ? CaseStatus.WAITING : CaseStatus.MOVED, BATCH);
        turn.forEach(one -> {
            if (forward) {
                mover.forward(migration, one);
            } else {
                mover.back(migration, one);
            }
        });
        if (store.next(id, forward ? CaseStatus.WAITING : CaseStatus.MOVED, 1).isEmpty()) {
            store.end(id);
            return true;
        }
        return false;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
