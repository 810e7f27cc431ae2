package org.placewell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares the papers of a claim with what its contract version asks for. Pure. */
final class Checklist {

    private Checklist() {}

    static ChecklistView of(EvidenceCaseView evidence, List<PaperView> papers) {
        var needs = evidence.claim().requirements();
        var lines = Stream.concat(needs.preferred().stream().map(type -> line(type, true, papers)),
                needs.alternatives().stream().map(type -> line(type, false, papers))).toList();
        var counted = papers.stream().filter(paper -> named(needs, paper.typeCode())).toList();
        List<Period> gaps = needs.coversWindow() ? Period.gaps(evidence.window(), counted.stream().map(PaperView::covers).toList()) : List.of();
        var missing = new ArrayList<String>();
        if (counted.isEmpty()) {
            missing.add("At least one of: " + String.join("; ", needs.preferred().stream().map(EvidenceTypes::label).toList()));
        } else {
            gaps.forEach(gap -> missing.add("Papers for " + gap));
        }
        return new ChecklistView(evidence.claimRef(), lines, gaps, missing);
    }

    private static ChecklistView.Line line(String type, boolean preferred, List<PaperView> papers) {
        var count = (int) papers.stream().filter(paper -> paper.typeCode().equals(type)).count();
        return new ChecklistView.Line(type, EvidenceTypes.label(type), preferred, count);
    }

    static boolean named(EvidenceRequirements needs, String typeCode) {
        return needs.preferred().contains(typeCode) || needs.alternatives().contains(typeCode);
    }
}
