package org.placewell.shared;

/**
 * An NHS number: ten digits, the last one a modulus-11 check digit (NHS Data Dictionary). Numbers that start with 999 are
 * never given to real people and are the only ones in the demo.
 */
public record NhsNumber(String digits) {

    public NhsNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not an NHS number");
        }
    }

    /**
     * Reads a number as typed, with or without spaces and dashes.
     *
     * @throws Problem naming the field when it has not ten digits or a wrong check digit
     */
    public static NhsNumber parse(String field, String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{10}")) {
            throw Problem.at(field, "nhs-number-length", "The NHS number must have 10 digits, like 999 123 4567");
        }
        if (!isValid(digits)) {
            throw Problem.at(field, "nhs-number-check",
                    "This is not a real NHS number: its last digit does not fit the others. Check it against a letter from the NHS");
        }
        return new NhsNumber(digits);
    }

    /** Whether the text is ten digits with the right check digit. */
    public static boolean isValid(String digits) {
        if (digits == null || !digits.matches("\\d{10}")) {
            return false;
        }
        int check = checkDigit(digits.substring(0, 9));
        return check < 10 && check == digits.charAt(9) - '0';
    }

    /** The check digit for nine digits; 10 means that no valid number begins with them. */
    public static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int rest = 11 - sum % 11;
        return rest == 11 ? 0 : rest;
    }

    /** In the NHS's own grouping, 3-3-4. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }
}
