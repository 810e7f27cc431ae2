package org.placewell.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps small groups from being recognised, as NHS mental-health statistics do: counts below five are not shown. In a funnel each
 * stage holds the next one, so a hidden count could be guessed from its neighbour: a stage that differs from the one before it by
 * one to four is hidden too, together with everything after it that would give it away.
 */
final class Suppression {

    static final long SMALLEST = 5;

    private Suppression() {}

    /** Whether these are somebody, but too few to be shown. */
    static boolean few(long people) {
        return people > 0 && people < SMALLEST;
    }

    /**
     * What may be shown of counts of which each is part of the one before.
     *
     * @return the count, or null where it is hidden; zero is shown
     */
    static List<Long> funnel(List<Long> counts) {
        var shown = new ArrayList<Long>();
        Long lastShown = null;
        for (var count : counts) {
            boolean small = count > 0 && count < SMALLEST;
            boolean givesAway = lastShown != null && lastShown - count > 0 && lastShown - count < SMALLEST;
            shown.add(small || givesAway ? null : count);
            lastShown = small || givesAway ? lastShown : count;
        }
        return shown;
    }

    /**
     * What may be shown of the parts of a whole that is shown as well. Parts of one to four are hidden, and with them the smallest of
     * the others (and whatever is as small): the hidden numbers are then never all alike, so that even somebody who knows the total
     * and this rule could change them round. Where no part with people in it would be left, it is not said either which part is empty.
     *
     * @return the count, or null where it is hidden
     */
    static List<Long> parts(List<Long> counts) {
        if (counts.stream().noneMatch(count -> count > 0 && count < SMALLEST)) {
            return counts;
        }
        long hiddenUpTo = counts.stream().filter(count -> count >= SMALLEST).min(Comparator.naturalOrder()).orElse(SMALLEST);
        boolean nothingLeft = counts.stream().allMatch(count -> count <= hiddenUpTo);
        return counts.stream().map(count -> nothingLeft || count > 0 && count <= hiddenUpTo ? null : count).collect(Collectors.toList());
    }
}
