package org.placewell.evidence;

import java.time.Instant;
import java.util.List;

/**
 * One decision of one validator; never changed afterwards.
 *
 * @param round which sending-in of the evidence it judged
 * @param reason why not, for the decisions that refuse; otherwise null
 * @param needed what is asked for, when more is needed
 * @param neededText the validator's own words on it; may be empty
 */
public record ReviewDecision(
        int round, Kind kind, Decision decision, RejectionReason reason, List<NeededCode> needed, String neededText, String reviewer, Instant at) {

    /** The first look, the second validator's look at a dispute, or the check of a sample after payment. */
    public enum Kind {
        FIRST,
        DISPUTE,
        SAMPLE
    }

    /** What a validator can decide; the first three on a first look, then on a dispute, then on a sample. */
    public enum Decision {
        ACCEPTED("Accepted"),
        REJECTED("Rejected"),
        MORE_INFORMATION("More information needed"),
        REJECTED_FINAL("Rejected for good"),
        STANDS("The payment stands"),
        FAILS("The payment has to be reversed");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** The words on screen. */
        public String label() {
            return label;
        }

        /** The decision as the model's gateways and the forms name it: {@code moreInformation}. */
        public String code() {
            return Words.lowerCamelCase(name());
        }

        /** The decision for a form's code. */
        public static Decision ofCode(String code) {
            return valueOf(Words.constant(code));
        }
    }
}
