package org.placewell.contract.domain;

/**
 * How paid claims are checked again.
 *
 * @param oneIn one in so many is drawn; 0 for none
 * @param least how many are drawn at least from a batch that has so many
 * @param extrapolate whether the failed share of a sample is charged on the claims of its batch that were not drawn
 */
public record Sampling(int oneIn, int least, boolean extrapolate) {

    /** Nothing is checked again. */
    public static final Sampling NONE = new Sampling(0, 0, false);
}
