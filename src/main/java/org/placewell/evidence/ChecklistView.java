package org.placewell.evidence;

import java.util.List;

/**
 * What a claim has to show and what is there already.
 *
 * @param lines one for each type of paper the contract names
 * @param gaps the days of the window that no paper covers; empty when they need not be covered
 * @param missing what is still needed, in plain sentences; empty when nothing is
 */
public record ChecklistView(String claimRef, List<Line> lines, List<Period> gaps, List<String> missing) {

    /**
     * @param preferred false for an alternative, which needs a reason
     * @param papers how many papers of the type are there
     */
    public record Line(String typeCode, String type, boolean preferred, int papers) {}

    /** Whether nothing is missing any more. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether a paper of a type that the contract names is there. */
    public boolean hasAnyPaper() {
        return lines.stream().anyMatch(line -> line.papers() > 0);
    }
}
