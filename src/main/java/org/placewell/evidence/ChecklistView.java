package org.placewell.evidence;

import java.util.List;

/**
 * What a claim has to show and what is there already.
 *
 * @param claimRef the claim; null before there is one
 * @param lines one for each type of paper that the contract takes for the work concerned
 * @param gaps the days that have to be shown and that no paper shows
 * @param missing what is still needed, in plain sentences; empty when nothing is
 * @param hasAnyPaper whether a paper is there that counts for good
 * @param hasProvisional whether a paper is there that only stands in for another one
 */
public record ChecklistView(
        String claimRef, List<Line> lines, List<Period> gaps, List<String> missing, boolean hasAnyPaper, boolean hasProvisional) {

    /** How good a type of paper is. */
    public enum Rank {
        PREFERRED(""),
        ALTERNATIVE("Alternative: needs a reason"),
        SELF_EMPLOYED("For self-employed work"),
        PROVISIONAL("Stands in for a while only");

        private final String hint;

        Rank(String hint) {
            this.hint = hint;
        }

        /** What to know about it, in plain words; empty for a preferred type. */
        public String hint() {
            return hint;
        }
    }

    /** @param papers how many papers of the type are there */
    public record Line(String typeCode, String type, Rank rank, int papers) {}

    /** Whether nothing is missing any more. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether only papers are there that stand in for others. */
    public boolean provisionalOnly() {
        return hasProvisional && !hasAnyPaper;
    }
}
