package org.placewell.contract.domain;

import java.util.List;

/**
 * How a trial allocates people: at random, in blocks within which the ratio holds, for each clinical team on its own.
 *
 * @param support how many of {@code support + usualCare} people get support, one or more
 * @param usualCare how many go on with usual care, one or more
 * @param blocks the sizes of blocks, each a multiple of {@code support + usualCare}; which comes next is drawn too
 * @param followUpMonths how long people of both arms are followed up, one or more
 */
public record Trial(int support, int usualCare, List<Integer> blocks, int followUpMonths) {

    /** What holds when the terms say only that it is a trial. No ratio is published for the trials known to us: these are illustrative. */
    public static final Trial USUAL = new Trial(1, 1, List.of(4, 6), 12);

    public Trial {
        blocks = List.copyOf(blocks);
    }
}
