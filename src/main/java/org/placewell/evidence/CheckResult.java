package org.placewell.evidence;

/**
 * What one automatic check found.
 *
 * @param code the check's name, such as {@code windowCovered}
 * @param title the question it answers, in plain words
 * @param explanation what it found; references, dates and hours only
 */
public record CheckResult(String code, String title, Outcome outcome, String explanation) {

    /** How a check can end; only a person turns any of them into a decision. */
    public enum Outcome {
        PASSED("Passed"),
        /** Something a validator should look at. */
        LOOK("Look at this"),
        FAILED("Failed"),
        NOT_NEEDED("Not needed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The words on screen. */
        public String label() {
            return label;
        }
    }
}
