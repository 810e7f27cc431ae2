package org.placewell.performance;

/**
 * What the service's own records say about one item of the fidelity scale.
 *
 * @param words the figure in words, with what it was counted over
 * @param score the score that the published anchors give, 1 to 5; null where they were not found
 * @param top whether what the highest score asks for is met; null where that was not found or nothing can be counted
 */
public record FidelityMeasure(FidelityItem item, String words, Integer score, Boolean top) {

    /** The figure with the score or the mark it gives. */
    public String sentence() {
        if (score != null) {
            return words + ". By the anchors: " + score;
        }
        return top == null ? words : words + (top ? ". As the score 5 asks" : ". Short of what the score 5 asks");
    }
}
