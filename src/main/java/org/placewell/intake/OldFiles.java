package org.placewell.intake;

import java.time.Duration;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties files of people that nobody needs any more: the file as sent and its rows' cells go, how many rows there were and what became
 * of each stays. Also gives up what somebody sent and never confirmed.
 */
@Component
class OldFiles {

    /**
     * How long a file is kept after it is done, or after it was sent when nobody confirms it: long enough to mend a row that failed and to
     * compare with the earlier system, and no longer, for the records themselves hold what was brought in. Ours; no rule names a number.
     */
    static final int DAYS = 30;
    private final IntakeStore store;
    private final AuditTrail audit;
    private final MovableClock clock;

    OldFiles(IntakeStore store, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empties what is due; a second time, or on two nodes at once: nothing more. @return how many files */
    @Transactional
    public int empty() {
        var due = store.due(clock.instant().minus(Duration.ofDays(DAYS)));
        due.forEach(ref -> {
            store.empty(ref);
            audit.record("intake:" + ref, Actor.system(), Area.PATHWAY, "intake.emptied", "", "");
        });
        return due.size();
    }
}
