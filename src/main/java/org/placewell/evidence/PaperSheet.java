package org.placewell.evidence;

import java.util.List;
import org.placewell.security.Actor;

/**
 * What can be said about a paper that is about to be added.
 *
 * @param lines the types of paper that are taken
 * @param jobs the jobs that it may be about
 * @param colleagues who may have got it
 */
public record PaperSheet(List<ChecklistView.Line> lines, List<JobFact> jobs, List<Actor> colleagues) {

    /** Whether any of the types shows pay. */
    public boolean asksAboutPay() {
        return lines.stream().anyMatch(line -> EvidenceTypes.showsPay(line.typeCode()));
    }

    /** Whether a type of paper is taken. */
    boolean takes(String typeCode) {
        return lines.stream().anyMatch(line -> line.typeCode().equals(typeCode));
    }

    /** Whether a type of paper is an alternative and nothing better as well. */
    boolean needsReason(String typeCode) {
        return lines.stream().filter(line -> line.typeCode().equals(typeCode)).allMatch(line -> line.rank() == ChecklistView.Rank.ALTERNATIVE);
    }
}
