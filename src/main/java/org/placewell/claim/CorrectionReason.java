package org.placewell.claim;

/** Why a closed month is corrected: what the payer reads of it. */
public enum CorrectionReason {
    BILLED_TWICE("billedTwice", "something was billed twice"),
    LEFT_OUT("leftOut", "something was left out"),
    WRONG_AMOUNT("wrongAmount", "an amount was wrong"),
    WRONG_PAYER("wrongPayer", "another payer should have been asked"),
    AGREED_WITH_PAYER("agreedWithPayer", "as agreed with the payer");

    private final String code;
    private final String words;

    CorrectionReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The code of forms and of the database. */
    public String code() {
        return code;
    }

    /** The reason in the middle of a sentence. */
    public String words() {
        return words;
    }
}
