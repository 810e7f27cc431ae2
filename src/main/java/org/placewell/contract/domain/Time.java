package org.placewell.contract.domain;

import java.time.LocalDate;

/**
 * The time that a rule looks at.
 *
 * @param since what lies before does not count: the referral, or the day after the last payment of a rule that pays again
 * @param notBefore the first day on which the outcome may be reached
 * @param asOf what lies after is not looked at
 */
record Time(LocalDate since, LocalDate notBefore, LocalDate asOf) {

    /** Whether something of that day counts. */
    boolean holds(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(asOf);
    }

    /** The day, or the first that counts when it lies before. */
    LocalDate later(LocalDate day) {
        return day.isBefore(since) ? since : day;
    }
}
