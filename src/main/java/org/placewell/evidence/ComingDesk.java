package org.placewell.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.evidence.OutcomesAhead.Ahead;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the outcomes still to come will need, from the day a job starts, so that papers are gathered while contact is warm. */
@Service
class ComingDesk {

    /** People looked at for one list: a team's caseloads with room to spare. */
    private static final int MOST_PEOPLE = 400;
    private final ObjectProvider<OutcomesAhead> ahead;
    private final PaperStore papers;
    private final Contracts contracts;
    private final Referrals referrals;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    ComingDesk(ObjectProvider<OutcomesAhead> ahead, PaperStore papers, Contracts contracts, Referrals referrals, JdbcClient jdbc, MovableClock clock) {
        this.ahead = ahead;
        this.papers = papers;
        this.contracts = contracts;
        this.referrals = referrals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The outcomes ahead, the soonest first; those that nothing leads to yet come last. */
    List<ComingOutcome> of(String referralRef) {
        var there = papers.ofReferral(referralRef);
        return ahead.stream().flatMap(source -> source.of(referralRef).stream()).map(outcome -> outcome(outcome, there))
                .sorted(Comparator.comparing(ComingOutcome::earliest, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    /** The outcomes that people in work on the actor's caseload or team can reach within so many days, the soonest first. */
    List<ComingOutcome.OfPerson> within(int days, Actor actor) {
        var until = clock.today().plusDays(days);
        return jdbc.sql("""
                        select distinct r.ref from referral r join case_access a on a.referral_ref = r.ref and a.username = ?
                            and a.role in ('SPECIALIST', 'TEAM_LEADER') join job j on j.referral_ref = r.ref and j.ended_on is null and j.withdrawn_at is null
                        where r.status = 'IN_SUPPORT' order by 1 limit ?""")
                .params(actor.username(), MOST_PEOPLE).query(String.class).list().stream()
                .flatMap(ref -> of(ref).stream().filter(outcome -> outcome.hasBegun() && outcome.earliest() != null && !outcome.earliest().isAfter(until))
                        .map(outcome -> new ComingOutcome.OfPerson(ref, referrals.get(ref).person().name(), outcome)))
                .sorted(Comparator.comparing(line -> line.outcome().earliest())).toList();
    }

    private ComingOutcome outcome(Ahead next, List<PaperView> all) {
        var rule = next.rule();
        var decision = next.decision();
        var needs = EvidenceRequirements.of(next.terms(), rule);
        var coverage = new Coverage(needs, next.jobs());
        var window = window(decision.windowFrom(), decision.earliest());
        var there = all.stream().filter(paper -> coverage.takes(paper.typeCode()) && (next.jobs().isEmpty()
                || next.jobs().stream().anyMatch(job -> paper.about(job.jobRef()) && job.held().overlap(paper.covers()).isPresent()))).toList();
        var soFar = Checklist.of(null, needs, next.jobs(), window, there);
        return new ComingOutcome(rule.code(), rule.title(), contracts.sentence(next.terms().contract(), next.terms().version(), rule.code()),
                next.jobs(), decision.windowFrom(), decision.earliest(), decision.claimBy(), decision.missing(), needs.covers(), soFar, there);
    }

    /** From the first day of what would be paid for to today, or to the day it is reached when that is sooner. */
    private Period window(LocalDate begun, LocalDate earliest) {
        var today = clock.today();
        var from = begun == null || begun.isAfter(today) ? today : begun;
        var to = earliest != null && earliest.isBefore(today) ? earliest : today;
        return new Period(from, to.isBefore(from) ? from : to);
    }
}
