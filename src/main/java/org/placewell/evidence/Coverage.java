package org.placewell.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.ShownBy.Covers;

/**
 * Which days papers have to speak of, and which of them they do. Days of a window on which no job was held need no paper: a payer
 * does not pay for them, and nobody could bring one. Pure.
 */
final class Coverage {

    private final EvidenceRequirements needs;
    private final List<JobFact> jobs;

    Coverage(EvidenceRequirements needs, List<JobFact> jobs) {
        this.needs = needs;
        this.jobs = jobs;
    }

    /** The days of a window that have to be shown, as periods in order; empty when no time in particular has to. */
    List<Period> required(Period window) {
        if (needs.covers() == Covers.NOTHING) {
            return List.of();
        }
        var days = jobs.isEmpty() ? List.of(window) : merged(jobs.stream().map(JobFact::held).toList(), window);
        return needs.covers() == Covers.WHOLE_PERIOD || days.isEmpty() ? days : List.of(new Period(days.get(0).from(), days.get(0).from()));
    }

    /** The days that have to be shown and that no paper shows, in order. */
    List<Period> gaps(Period window, List<PaperView> papers) {
        var shown = new ArrayList<Period>();
        papers.stream().filter(this::shows).forEach(paper -> {
            if (jobs.isEmpty()) {
                shown.add(paper.covers());
            }
            jobs.stream().filter(job -> fits(paper, job)).forEach(job -> job.held().overlap(paper.covers()).ifPresent(shown::add));
        });
        return required(window).stream().flatMap(period -> Period.gaps(period, shown).stream()).toList();
    }

    /** Whether a paper is of a kind that shows for good what it is about. */
    boolean shows(PaperView paper) {
        return jobs.isEmpty() ? needs.kinds().finalFor(false).contains(paper.typeCode()) : jobs.stream().anyMatch(job -> fits(paper, job));
    }

    /** Whether a paper only stands in for another one. */
    boolean standsIn(PaperView paper) {
        return needs.kinds().provisional().contains(paper.typeCode()) && !shows(paper);
    }

    /** Whether the contract takes papers of the kind for the jobs of the claim at all. */
    boolean takes(String typeCode) {
        return needs.kinds().provisional().contains(typeCode)
                || (jobs.isEmpty() ? needs.kinds().finalFor(false).contains(typeCode)
                : jobs.stream().anyMatch(job -> needs.kinds().finalFor(job.selfEmployed()).contains(typeCode)));
    }

    /** Whether a paper speaks of anything that matters in the window. */
    boolean concerns(PaperView paper, Period window) {
        return (jobs.isEmpty() || jobs.stream().anyMatch(job -> paper.about(job.jobRef())))
                && (needs.covers() == Covers.NOTHING || window.overlap(paper.covers()).isPresent());
    }

    /** The jobs that no paper is about. */
    List<JobFact> bare(List<PaperView> papers) {
        return jobs.stream().filter(job -> papers.stream().noneMatch(paper -> fits(paper, job))).toList();
    }

    private boolean fits(PaperView paper, JobFact job) {
        return paper.about(job.jobRef()) && needs.kinds().finalFor(job.selfEmployed()).contains(paper.typeCode());
    }

    private static List<Period> merged(List<Period> spells, Period window) {
        var days = new ArrayList<Period>();
        for (var spell : spells.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            var within = spell.overlap(window);
            if (within.isEmpty()) {
                continue;
            }
            var last = days.isEmpty() ? null : days.get(days.size() - 1);
            if (last != null && !within.get().from().isAfter(last.to().plusDays(1))) {
                days.set(days.size() - 1, new Period(last.from(), later(last.to(), within.get().to())));
            } else {
                days.add(within.get());
            }
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
