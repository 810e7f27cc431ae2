package org.placewell.claim;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.Pence;

/**
 * Something that is owed beside the claims.
 *
 * @param key what the charge is for, in one word: the same thing is charged once
 * @param period the month it belongs to; it goes on that month's statement or on a later one
 * @param amount what the payers owe; negative for what they get back
 * @param title a short name, as a statement shows it
 * @param arithmetic how the amount comes about, step by step, in words; payers read it
 * @param note what finance alone reads about a correction; null for anything else, and for corrections of releases without notes
 * @param decidedBy who decided on the proposal; null for a fee and for an open proposal
 */
public record Charge(
        String ref, String key, ChargeKind kind, String contractRef, int contractVersion, YearMonth period, Pence amount, String title,
        String arithmetic, String note, List<PayerShare> shares, ChargeStatus status, String recordedBy, Instant recordedAt, String decidedBy,
        Instant decidedAt) {

    public Charge {
        shares = List.copyOf(shares);
    }

    /** What somebody proposes; the parameters are those of the charge. The amount is the sum of the shares. @param reason of a correction, or null */
    public record Proposal(
            String key, ChargeKind kind, String contractRef, int contractVersion, YearMonth period, String title, String arithmetic,
            CorrectionReason reason, String note, List<PayerShare> shares) {

        public Proposal {
            shares = List.copyOf(shares);
        }

        /** A charge that is no correction. */
        public Proposal(String key, ChargeKind kind, String contractRef, int contractVersion, YearMonth period, String title, String arithmetic,
                List<PayerShare> shares) {
            this(key, kind, contractRef, contractVersion, period, title, arithmetic, null, null, shares);
        }

        /** The sum of the shares. */
        public Pence amount() {
            return shares.stream().map(PayerShare::amount).reduce(Pence.ZERO, Pence::plus);
        }
    }
}
