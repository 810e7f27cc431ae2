package org.placewell.evidence.process;

import java.time.LocalDate;
import java.util.Date;
import org.placewell.evidence.Evidence;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.InModel;

/** The deadlines that the evidence model reads: each fires as the day after the last day begins. */
@InModel
public class EvidenceDeadlines {

    private final Evidence evidence;

    EvidenceDeadlines(Evidence evidence) {
        this.evidence = evidence;
    }

    /** When evidence can no longer be sent in. */
    public Date claimBy(String claimRef) {
        return endOf(evidence.sendBy(claimRef));
    }

    /** When a validator should have decided. */
    public Date reviewBy(String claimRef) {
        return endOf(evidence.reviewBy(claimRef));
    }

    /** When a rejection can no longer be disputed. */
    public Date disputeBy(String claimRef) {
        return endOf(evidence.disputeBy(claimRef));
    }

    /** When the check of a paid claim should be done. */
    public Date sampleBy(String claimRef) {
        return endOf(evidence.reviewBy(claimRef));
    }

    private static Date endOf(LocalDate lastDay) {
        return Date.from(lastDay.plusDays(1).atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
