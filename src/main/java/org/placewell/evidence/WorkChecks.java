package org.placewell.evidence;

import static org.placewell.evidence.CheckResult.Outcome.FAILED;
import static org.placewell.evidence.CheckResult.Outcome.LOOK;
import static org.placewell.evidence.CheckResult.Outcome.NOT_NEEDED;
import static org.placewell.evidence.CheckResult.Outcome.PASSED;
import static org.placewell.evidence.Checks.list;

import java.time.LocalDate;
import java.util.TreeSet;
import org.placewell.evidence.Checks.Facts;
import org.placewell.evidence.Checks.Found;

/** The automatic checks of the work itself: its hours, its kind, whose it is. Pure. */
final class WorkChecks {

    private WorkChecks() {}

    static Found hoursInBand(Facts facts) {
        var from = facts.needs().minutesFrom();
        var below = facts.needs().minutesBelow();
        if (from == null && below == null) {
            return new Found(NOT_NEEDED, "The rule has no hours band");
        }
        var shown = facts.papers().stream().filter(paper -> paper.minutesShown() != null && outside(paper.minutesShown(), from, below))
                .map(paper -> paper.fileRef() + " shows " + hours(paper.minutesShown())).toList();
        if (!shown.isEmpty()) {
            return new Found(FAILED, list(shown) + " a week, outside " + band(from, below));
        }
        for (var day : changes(facts)) {
            int minutes = facts.jobs().stream().mapToInt(job -> job.minutesOn(day)).sum();
            if (minutes > 0 && outside(minutes, from, below)) {
                return new Found(LOOK, "From " + Period.day(day) + " the job record has " + hours(minutes) + " a week, outside " + band(from, below));
            }
        }
        return facts.papers().stream().allMatch(paper -> paper.minutesShown() == null)
                ? new Found(LOOK, "The job record is inside " + band(from, below) + ", but no paper is noted as showing the hours")
                : new Found(PASSED, "The job record and the papers are inside " + band(from, below));
    }

    /** The days of the window on which a job or its hours begin, and the window's first day. */
    private static TreeSet<LocalDate> changes(Facts facts) {
        var days = new TreeSet<LocalDate>();
        days.add(facts.claim().windowFrom());
        facts.jobs().forEach(job -> {
            days.add(job.start());
            job.hours().forEach(hours -> days.add(hours.from()));
        });
        days.removeIf(day -> day.isBefore(facts.claim().windowFrom()) || day.isAfter(facts.claim().windowTo()));
        return days;
    }

    private static boolean outside(int minutes, Integer from, Integer below) {
        return from != null && minutes < from || below != null && minutes >= below;
    }

    private static String band(Integer from, Integer below) {
        if (below == null) {
            return "the band of " + hours(from) + " or more";
        }
        return from == null ? "the band of less than " + hours(below) : "the band of " + hours(from) + " to less than " + hours(below);
    }

    private static String hours(int minutes) {
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static Found selfEmployment(Facts facts) {
        var own = facts.jobs().stream().filter(JobFact::selfEmployed).toList();
        var refs = own.stream().map(JobFact::jobRef).toList();
        if (own.isEmpty()) {
            return new Found(NOT_NEEDED, "No job of this claim is self-employed");
        }
        if (!facts.needs().selfEmploymentCounts()) {
            return new Found(FAILED, "The contract does not pay for self-employed work: " + list(refs));
        }
        if (!facts.needs().kinds().selfEmployed().isEmpty()) {
            var bare = facts.coverage().bare(facts.papers()).stream().filter(JobFact::selfEmployed).map(JobFact::jobRef).toList();
            return bare.isEmpty() ? new Found(PASSED, "A paper of the contract's own list for self-employed work is there for " + list(refs))
                    : new Found(FAILED, "No paper of the contract's own list for self-employed work is there for " + list(bare));
        }
        return facts.papers().stream().anyMatch(paper -> EvidenceTypes.showsSelfEmployment(paper.typeCode()))
                ? new Found(PASSED, "Accounts or invoices are there for " + list(refs))
                : new Found(LOOK, "Self-employed work needs accounts or invoices: " + list(refs));
    }

    static Found workCounts(Facts facts) {
        if (facts.jobs().isEmpty()) {
            return new Found(NOT_NEEDED, "The outcome does not rest on a job");
        }
        var excluded = facts.jobs().stream().filter(job -> facts.needs().excludedWork().contains(job.kind()) || !job.competitive())
                .map(JobFact::jobRef).toList();
        if (!excluded.isEmpty()) {
            return new Found(FAILED, "Not work that the contract pays for: " + list(excluded));
        }
        return new Found(PASSED, "Paid work, open to anybody, of a kind that counts");
    }

    static Found supplyChain(Facts facts) {
        if (facts.jobs().isEmpty()) {
            return new Found(NOT_NEEDED, "The outcome does not rest on a job");
        }
        var inside = facts.jobs().stream().filter(JobFact::insideSupplyChain).map(JobFact::jobRef).toList();
        if (inside.isEmpty()) {
            return new Found(PASSED, "No job is declared to be with anybody paid under the contract");
        }
        return facts.needs().supplyChainCounts() ? new Found(PASSED, "Declared to be with somebody paid under the contract, which counts such jobs: " + list(inside))
                : new Found(FAILED, "The employer belongs to the contract's own supply chain: " + list(inside));
    }
}
