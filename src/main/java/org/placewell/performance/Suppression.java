package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps small groups from being recognised, as NHS mental-health statistics do: counts below five are not shown. In a funnel each
 * stage holds the next one, so a hidden count could be guessed from its neighbour: a stage that differs from the one before it by
 * one to four is hidden too, together with everything after it that would give it away.
 */
final class Suppression {

    static final long SMALLEST = 5;

    private Suppression() {}

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
}
