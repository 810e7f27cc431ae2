package org.placewell.evidence;

/** Money on a payslip that is not pay for the work: DWP's provider guidance for IPES (chapter 10) counts none of it. */
public enum IncomeShown {
    TAX_REFUND("A tax refund"),
    PAY_IN_LIEU_OF_NOTICE("Pay in lieu of notice"),
    HOLIDAY_PAY_FROM_EARLIER_JOB("Holiday pay from an earlier job");

    private final String label;

    IncomeShown(String label) {
        this.label = label;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** The code in forms: {@code taxRefund}. */
    public String code() {
        return Words.lowerCamelCase(name());
    }

    /** The entry for a form's code. */
    public static IncomeShown ofCode(String code) {
        return valueOf(Words.constant(code));
    }
}
