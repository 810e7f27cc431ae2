package org.placewell.contract.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** A ceiling on what is paid for outcomes reached within one calendar month, quarter or financial year (April to March). */
public record PeriodLimit(Period every, Ceiling ceiling) {

    /** The length of a period. */
    public enum Period {
        MONTH("month", 1),
        QUARTER("quarter", 3),
        FINANCIAL_YEAR("financial year", 12);

        private final String label;
        private final int months;

        Period(String label, int months) {
            this.label = label;
            this.months = months;
        }

        /** The period's name in a sentence. */
        public String label() {
            return label;
        }

        /** The first month of the period that the day lies in; quarters and years are counted from April. */
        public YearMonth startOf(LocalDate day) {
            var month = YearMonth.from(day);
            return month.minusMonths(Math.floorMod(month.getMonthValue() - 4, months));
        }

        /** How many months the period has. */
        public int months() {
            return months;
        }
    }
}
