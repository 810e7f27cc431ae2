package org.placewell.jobsearch;

import org.placewell.shared.Pence;

/**
 * What an agreed pay is for. The limits only catch a wrong period or a slip of the finger; whether the pay is lawful is for the employer and
 * the specialist.
 */
public enum PayPeriod {
    HOUR("an hour", 1_00, 500_00),
    WEEK("a week", 2_00, 20_000_00),
    MONTH("a month", 10_00, 80_000_00),
    YEAR("a year", 100_00, 1_000_000_00);

    private final String words;
    private final long least;
    private final long most;

    PayPeriod(String words, long least, long most) {
        this.words = words;
        this.least = least;
        this.most = most;
    }

    /** In words: {@code an hour}. */
    public String words() {
        return words;
    }

    /** Whether an amount in pence could be meant for this period. */
    boolean makesSense(long pence) {
        return pence >= least && pence <= most;
    }

    /** Between what and what the amount has to lie, in words. */
    String limits() {
        return Pence.of(least) + " and " + Pence.of(most) + " " + words;
    }
}
