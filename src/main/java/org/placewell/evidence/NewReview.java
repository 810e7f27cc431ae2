package org.placewell.evidence;

import java.util.List;

/**
 * A validator's decision as given.
 *
 * @param reason needed when the decision refuses; otherwise null
 * @param needed needed when more information is asked for; otherwise empty
 * @param neededText the validator's own words; may be empty
 */
public record NewReview(ReviewDecision.Decision decision, RejectionReason reason, List<NeededCode> needed, String neededText) {

    public NewReview {
        needed = List.copyOf(needed);
    }

    /** A decision that needs neither a reason nor a list. */
    public static NewReview of(ReviewDecision.Decision decision) {
        return new NewReview(decision, null, List.of(), "");
    }

    /** A refusal with its reason. */
    public static NewReview refusing(ReviewDecision.Decision decision, RejectionReason reason) {
        return new NewReview(decision, reason, List.of(), "");
    }

    /** A request for more. */
    public static NewReview asking(List<NeededCode> needed, String text) {
        return new NewReview(ReviewDecision.Decision.MORE_INFORMATION, null, needed, text);
    }
}
