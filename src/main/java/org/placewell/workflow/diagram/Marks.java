package org.placewell.workflow.diagram;

import java.util.Map;
import java.util.Set;

/**
 * What is shown on top of a diagram.
 *
 * @param counts by node id, the text of the badge at the node's corner: how many cases stand there
 * @param current the ids of the nodes where the case in hand stands
 */
public record Marks(Map<String, String> counts, Set<String> current) {

    /** The bare diagram. */
    public static Marks none() {
        return new Marks(Map.of(), Set.of());
    }

    /** The diagram with counts. */
    public static Marks counting(Map<String, String> counts) {
        return new Marks(counts, Set.of());
    }

    /** The diagram with the place of one case. */
    public static Marks at(Set<String> current) {
        return new Marks(Map.of(), current);
    }
}
