package org.placewell.jobsearch;

import java.util.List;
import org.placewell.referral.FactsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Earlier releases did not look at the end of support in work. Who was in support at the upgrade has a row of {@code support_limit_look}: after
 * the start their time limit is looked at once, without waiting for their record to change, and the row goes.
 */
@Component
class LimitsAfterUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(LimitsAfterUpgrade.class);
    private final JdbcClient jdbc;
    private final SearchDates dates;
    private final TransactionTemplate transaction;
    private final boolean byItself;

    LimitsAfterUpgrade(JdbcClient jdbc, SearchDates dates, TransactionTemplate transaction,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean byItself) {
        this.jdbc = jdbc;
        this.dates = dates;
        this.transaction = transaction;
        this.byItself = byItself;
    }

    /** Beside the requests: nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (byItself) {
            var worker = new Thread(this::lookAtAll, "time-limits");
            worker.setDaemon(true);
            worker.start();
        }
    }

    /** One that fails holds up no other: it is said as an error, and looked at with the next start. */
    void lookAtAll() {
        for (var ref : waiting()) {
            try {
                transaction.executeWithoutResult(status -> look(ref));
            } catch (RuntimeException e) {
                LOG.error("the time limit of {} could not be looked at, the next start tries again: {}", ref, e.getClass().getName());
            }
        }
    }

    private List<String> waiting() {
        return jdbc.sql("select referral_ref from support_limit_look order by referral_ref").query(String.class).list();
    }

    /** The row decides between two nodes. */
    private void look(String ref) {
        if (jdbc.sql("delete from support_limit_look where referral_ref = ?").param(ref).update() == 1) {
            dates.factsChanged(new FactsChanged(ref));
        }
    }
}
