package org.placewell.performance;

import java.time.LocalDate;
import java.util.List;

/**
 * A signed fidelity review of one employment team.
 *
 * @param assessor the name of who signed it
 * @param tookPart who else took part, in the assessor's words; may be empty
 * @param total the sum of the 25 scores, 25 to 125
 * @param scores in the scale's order; empty in a list of reviews
 */
public record FidelityReview(long id, String team, LocalDate on, String assessor, String tookPart, int total, List<Score> scores) {

    /** One item's score with its evidence. @param measured what the records said on the day of signing; empty when they say nothing */
    public record Score(FidelityItem item, int score, String evidence, String measured) {}

    /** What the total is called. */
    public FidelityBand band() {
        return FidelityBand.of(total);
    }
}
