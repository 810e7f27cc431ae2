package org.placewell.correction;

import java.time.Instant;
import java.util.List;
import org.placewell.triage.Eligibility.Finding;

/**
 * A correction as its page and the record show it.
 *
 * @param change what was wrong and what is right, in one sentence
 * @param effects what follows from it; for one that still waits, as it would follow now
 * @param problem why it cannot be applied any more; null when it can
 * @param forOthers whether somebody else than the reader has to confirm it
 * @param fit whether the person fits the right contract; null when the contract is not what is corrected, or nobody can confirm it
 * @param despite why it was confirmed although the person does not fit the right contract, or that is not clear; null otherwise
 * @param applied null while nobody has decided
 */
public record CorrectionView(long id, String referralRef, CorrectionKind kind, String change, String reason, String proposedBy, Instant proposedAt,
        Boolean applied, String endedBy, Instant endedAt, List<Effect> effects, String problem, boolean forOthers, Finding fit, String despite) {

    /** Whether who confirms it has to say why: the person does not fit the right contract, or that is not clear. */
    public boolean asksWhy() {
        return waits() && fit != null && !fit.fits();
    }

    /** Whether it waits for somebody to confirm or drop it. */
    public boolean waits() {
        return applied == null;
    }

    /**
     * One thing that becomes another.
     *
     * @param pence by how much what may be claimed changes; 0 when money does not
     */
    public record Effect(String what, String was, String now, long pence) {}
}
