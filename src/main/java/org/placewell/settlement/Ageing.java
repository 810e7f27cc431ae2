package org.placewell.settlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a debt has been due. Public payers have thirty days from an undisputed invoice (Public Contracts Regulations 2015,
 * regulation 113); the day on which payment was instructed stands for the invoice.
 */
public enum Ageing {
    NOT_DUE("Not due yet"),
    DAYS_1_30("1 to 30 days late"),
    DAYS_31_60("31 to 60 days late"),
    DAYS_61_90("61 to 90 days late"),
    OVER_90("More than 90 days late");

    static final int DAYS_TO_PAY = 30;
    private final String label;

    Ageing(String label) {
        this.label = label;
    }

    /** The band on screen. */
    public String label() {
        return label;
    }

    /** The last day on which a payment instructed on that day is in time. */
    static LocalDate dueOn(LocalDate instructed) {
        return instructed.plusDays(DAYS_TO_PAY);
    }

    /** The band of something due on one day as it looks on another; on the due day itself nothing is late. */
    static Ageing of(LocalDate dueOn, LocalDate today) {
        long late = ChronoUnit.DAYS.between(dueOn, today);
        if (late <= 0) {
            return NOT_DUE;
        }
        return late <= 30 ? DAYS_1_30 : late <= 60 ? DAYS_31_60 : late <= 90 ? DAYS_61_90 : OVER_90;
    }
}
