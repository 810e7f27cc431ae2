package org.placewell.contract.domain;

import java.util.Locale;

/**
 * The kinds of pay that earnings can be; the terms file names them in lower case with hyphens. Tax refunds, pay in lieu of
 * notice and holiday pay from an earlier job are the ones that DWP's IPES provider guidance leaves out.
 */
public enum IncomeKind {
    WAGES("wages"),
    SELF_EMPLOYED_PROFIT("profit from self-employment"),
    BONUS("bonuses"),
    STATUTORY_PAY("statutory sick, maternity or similar pay"),
    EXPENSES("expenses paid back"),
    TAX_REFUND("tax refunds"),
    PAY_IN_LIEU_OF_NOTICE("pay in lieu of notice"),
    HOLIDAY_PAY_FROM_EARLIER_JOB("holiday pay from an earlier job"),
    REDUNDANCY_PAY("redundancy pay");

    private final String label;

    IncomeKind(String label) {
        this.label = label;
    }

    /** As a sentence says it. */
    public String label() {
        return label;
    }

    /** As the terms file writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
