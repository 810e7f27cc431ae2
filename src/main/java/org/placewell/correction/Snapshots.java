package org.placewell.correction;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.placewell.claim.ClaimView;
import org.placewell.claim.Claims;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.jobsearch.SearchDates;
import org.placewell.jobsearch.WeeklyHours;
import org.placewell.referral.ContractPin;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.placewell.sustainment.Sustainment;
import org.placewell.triage.Eligibility;
import org.placewell.triage.Grades;
import org.placewell.waitinglist.PriorityAgain;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Component;

/** Takes snapshots of records. */
@Component
class Snapshots {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private final JobSearch search;
    private final Sustainment sustainment;
    private final Claims claims;
    private final Referrals referrals;
    private final WorkItems items;
    private final ContractPin pins;
    private final SearchDates dates;
    private final Eligibility eligibility;
    private final Grades grades;
    private final PriorityAgain priorities;
    private final SaidFacts said;

    Snapshots(JobSearch search, Sustainment sustainment, Claims claims, Referrals referrals, WorkItems items, ContractPin pins,
            SearchDates dates, Eligibility eligibility, Grades grades, PriorityAgain priorities,
            SaidFacts said) {
        this.said = said;
        this.grades = grades;
        this.priorities = priorities;
        this.eligibility = eligibility;
        this.dates = dates;
        this.pins = pins;
        this.search = search;
        this.sustainment = sustainment;
        this.claims = claims;
        this.referrals = referrals;
        this.items = items;
    }

    /** How the record stands now; the caller has checked the right to see it. */
    Snapshot of(String referralRef, Actor actor) {
        var facts = new LinkedHashMap<String, String>();
        var referral = referrals.get(referralRef);
        facts.put("Referral", referral.status().label());
        said.into(facts, referral);
        facts.put("Contract", pins.words(new ContractPin.Pin(referral.contractRef(), referral.contractVersion())));
        eligibility.standing(referralRef).ifPresent(found -> facts.put("Does the person fit the contract?", found.words()));
        grades.words(referralRef).ifPresent(words -> facts.put("Support needed", words));
        priorities.words(referralRef).ifPresent(words -> facts.put("Place on the waiting list", words));
        dates.searchEnds(referralRef).ifPresent(day -> facts.put("Job search until", words(day)));
        search.profile(referralRef).ifPresent(profile -> facts.put("Profile completed", words(profile.completedOn())));
        Snapshot.put(facts, search.appointments(referralRef), one -> "Appointment " + one.number(), one -> words(one.on()) + ", " + one.outcome()
                .label());
        for (var job : search.jobs(referralRef)) {
            facts.put("Job " + job.ref(), job(job));
            facts.put("What the job " + job.ref() + " is", job.title() + ", " + job.kind().label());
            Snapshot.put(facts, job.rates(), rate -> "Agreed pay in the job " + job.ref() + " from " + words(rate.from()), JobView.Rate::words);
            Snapshot.put(facts, job.breaks(), away -> "Away from the job " + job.ref() + " from " + words(away.from()), Snapshots::away);
            Snapshot.put(facts, job.earnings(), pay -> "Pay received in the job " + job.ref() + " for " + words(pay.from()) + " on, "
                    + MoreFacts.words(pay.kind()), Snapshots::pay);
            sustainment.status(job.ref()).ifPresent(status -> facts.put("Support in the job " + job.ref(), status.label()));
            Snapshot.put(facts, sustainment.milestones(job.ref()), stone -> stone.weeks() + " weeks in the job " + job.ref(),
                    stone -> words(stone.dueOn()) + ", " + stone.status().label());
        }
        var tasks = new TreeMap<String, Long>(items.openFor(referralRef).stream().filter(item -> !item.processKey().equals("evidence-validation"))
                .collect(Collectors.groupingBy(item -> item.taskKey(), Collectors.counting())));
        facts.put("Open tasks", tasks.isEmpty() ? "None" : tasks.entrySet().stream().map(task -> task.getValue() + " × " + task.getKey())
                .collect(Collectors.joining(", ")));
        var lines = new LinkedHashMap<String, Snapshot.ClaimLine>();
        claims.ofReferral(referralRef).forEach(claim -> lines.put(claim.ref(), line(claim, actor)));
        return new Snapshot(facts, lines);
    }

    private Snapshot.ClaimLine line(ClaimView claim, Actor actor) {
        boolean taken = claims.reversals(claim.ref(), actor).stream().anyMatch(one -> one.status().equals("REQUESTED"));
        return new Snapshot.ClaimLine(claim.ref(), claim.title(), claim.status(), claim.amount().amount(), "reached " + words(claim.reachedOn()),
                taken);
    }

    /** A job in one line. */
    static String job(JobView job) {
        return job.employer() + ", from " + words(job.startedOn()) + (job.endedOn() == null ? "" : " to " + words(job.endedOn()) + " ("
                + job.endReason().label() + ")") + ", " + job.hours().stream().map(hours -> WeeklyHours.words(hours.minutesPerWeek())
                + " a week from " + words(hours.from())).collect(Collectors.joining(", "));
    }

    /** Time away in words. */
    static String away(JobView.Break away) {
        return words(away.from()) + " to " + (away.to() == null ? "now" : words(away.to()));
    }

    /** Pay received in words. */
    static String pay(JobView.Earnings pay) {
        return Pence.of(pay.pence()) + " (" + MoreFacts.words(pay.kind()) + ") for " + words(pay.from()) + " to " + words(pay.to());
    }

    static String words(LocalDate day) {
        return day == null ? Snapshot.ABSENT : day.format(DAY);
    }
}
