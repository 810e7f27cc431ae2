package org.placewell.settlement;

import java.util.List;
import org.placewell.shared.Pence;

/**
 * What a failed sample would take back, or has taken back, from the claims of its batch that were not drawn.
 *
 * @param state why there is nothing yet, or where it stands
 * @param amount what is taken back; zero while it cannot be worked out
 * @param steps the arithmetic, in sentences
 * @param chargeRef the charge that was proposed; null for none
 * @param proposedBy who proposed it; null for nobody
 */
public record ExtrapolationView(State state, Pence amount, List<String> steps, String chargeRef, String proposedBy) {

    public ExtrapolationView {
        steps = List.copyOf(steps);
    }

    /** One that waits for a second person. @param sample the statement whose sample it is */
    public record Waiting(String sample, Pence amount, String proposedBy) {}

    /** Where an extrapolation stands. */
    public enum State {
        NOT_IN_TERMS("The terms do not extrapolate: only what was checked and failed is taken back."),
        WAITS("It is worked out when every claim drawn has been checked and finance has decided on those that failed."),
        NOTHING("Nothing failed, or nothing was left undrawn, so there is nothing to extrapolate."),
        READY("It can be proposed now. Somebody else in finance decides on it."),
        PROPOSED("It is proposed and waits for somebody else in finance."),
        APPROVED("It is approved and goes on the payers’ next statements."),
        REFUSED("It was refused: only what was checked and failed is taken back.");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The state on screen. */
        public String words() {
            return words;
        }
    }
}
