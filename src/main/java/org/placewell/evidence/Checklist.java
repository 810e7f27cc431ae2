package org.placewell.evidence;

import java.util.ArrayList;
import java.util.List;
import org.placewell.evidence.ChecklistView.Rank;

/** Compares papers with what a contract version asks for. Pure. */
final class Checklist {

    private Checklist() {}

    static ChecklistView of(EvidenceCaseView evidence, List<PaperView> papers) {
        var claim = evidence.claim();
        return of(claim.claimRef(), claim.requirements(), claim.jobs(), evidence.window(), papers);
    }

    /** @param claimRef null before there is a claim */
    static ChecklistView of(String claimRef, EvidenceRequirements needs, List<JobFact> jobs, Period window, List<PaperView> papers) {
        var coverage = new Coverage(needs, jobs);
        var kinds = needs.kinds();
        boolean own = !kinds.selfEmployed().isEmpty() && jobs.stream().anyMatch(JobFact::selfEmployed);
        boolean general = jobs.isEmpty() || kinds.selfEmployed().isEmpty() || jobs.stream().anyMatch(job -> !job.selfEmployed());
        var lines = new ArrayList<ChecklistView.Line>();
        if (general) {
            kinds.preferred().forEach(type -> lines.add(line(type, Rank.PREFERRED, papers)));
            kinds.alternatives().forEach(type -> lines.add(line(type, Rank.ALTERNATIVE, papers)));
        }
        if (own) {
            kinds.selfEmployed().forEach(type -> lines.add(line(type, Rank.SELF_EMPLOYED, papers)));
        }
        kinds.provisional().forEach(type -> lines.add(line(type, Rank.PROVISIONAL, papers)));
        var missing = new ArrayList<String>();
        var bare = coverage.bare(papers);
        if (general && (jobs.isEmpty() ? papers.stream().noneMatch(coverage::shows) : bare.stream().anyMatch(job -> !own || !job.selfEmployed())
                && jobs.stream().filter(job -> !own || !job.selfEmployed()).allMatch(bare::contains))) {
            missing.add("At least one of: " + labels(kinds.preferred()));
        }
        if (own && jobs.stream().filter(JobFact::selfEmployed).allMatch(bare::contains)) {
            missing.add("For the self-employed work, at least one of: " + labels(kinds.selfEmployed()));
        }
        var gaps = coverage.gaps(window, papers);
        if (missing.isEmpty()) {
            gaps.forEach(gap -> missing.add("Papers for " + gap));
        }
        return new ChecklistView(claimRef, lines, gaps, missing, papers.stream().anyMatch(coverage::shows), papers.stream().anyMatch(coverage::standsIn));
    }

    private static String labels(List<String> codes) {
        return String.join("; ", codes.stream().map(EvidenceTypes::label).toList());
    }

    private static ChecklistView.Line line(String type, Rank rank, List<PaperView> papers) {
        var count = (int) papers.stream().filter(paper -> paper.typeCode().equals(type)).count();
        return new ChecklistView.Line(type, EvidenceTypes.label(type), rank, count);
    }
}
