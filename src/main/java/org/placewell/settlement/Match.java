package org.placewell.settlement;

import org.placewell.shared.Pence;

/**
 * What becomes of one payment: how much of it settles what was asked for, and how much waits in the suspense account until somebody
 * has placed it. Both parts have the payment's sign and add up to it; a credit is negative on both sides.
 *
 * @param settles the part that meets the debt
 * @param held the part that meets nothing
 */
record Match(Outcome outcome, Pence settles, Pence held) {

    /** How a payment compares with what was asked for and has not come in yet. */
    enum Outcome {
        /** Exactly what was still open. */
        SETTLED,
        /** Less; the rest stays owed, and a later payment may complete it. */
        SHORT,
        /** More: the debt is settled and the rest is held. */
        OVER,
        /** All of it had come in before. */
        DUPLICATE,
        /** Nothing of that reference was asked for. */
        UNKNOWN
    }

    /** A payment that names nothing that was asked for. */
    static Match unknown(Pence paid) {
        return new Match(Outcome.UNKNOWN, Pence.ZERO, paid);
    }

    /**
     * Compares a payment with a debt.
     *
     * @param asked what was instructed; never zero
     * @param before what of it has come in already
     * @param paid the payment, of the debt's sign
     * @throws IllegalArgumentException when the signs differ: a payment never settles a credit
     */
    static Match of(Pence asked, Pence before, Pence paid) {
        if (Long.signum(asked.amount()) != Long.signum(paid.amount())) {
            throw new IllegalArgumentException("a payment of " + paid + " for " + asked);
        }
        var open = asked.minus(before);
        if (open.isZero()) {
            return new Match(Outcome.DUPLICATE, Pence.ZERO, paid);
        }
        int order = Long.compare(Math.abs(paid.amount()), Math.abs(open.amount()));
        if (order <= 0) {
            return new Match(order == 0 ? Outcome.SETTLED : Outcome.SHORT, paid, Pence.ZERO);
        }
        return new Match(Outcome.OVER, open, paid.minus(open));
    }

    /** Whether nothing is owed any more after this payment. */
    boolean completes() {
        return outcome == Outcome.SETTLED || outcome == Outcome.OVER;
    }
}
