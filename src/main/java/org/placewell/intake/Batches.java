package org.placewell.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.notification.Notifications;
import org.placewell.referral.FactsChanged;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works confirmed files off in small transactions: so many rows at a time are locked, brought in and marked, all or nothing. Rows that
 * another node has are passed over; what a crash leaves behind is ready again. When a batch fails, its rows go one by one, so that one
 * bad row stops nobody else.
 */
@Component
class Batches {

    static final int SIZE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final IntakeStore store;
    private final BringIn bringIn;
    private final WhoAndWhere places;
    private final Actors actors;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;
    private final TransactionTemplate transactions;

    Batches(IntakeStore store, BringIn bringIn, WhoAndWhere places, Actors actors, AuditTrail audit, Notifications notifications,
            ApplicationEventPublisher events, MovableClock clock, PlatformTransactionManager manager) {
        this.store = store;
        this.bringIn = bringIn;
        this.places = places;
        this.actors = actors;
        this.audit = audit;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Works off what is confirmed and free, file after file. @return how many rows came to their end here */
    int work() {
        int worked = 0;
        for (var file = store.next(); file.isPresent(); file = store.next()) {
            var actor = actors.find(file.get().uploadedBy()).orElse(Actor.nobody());
            int here = work(file.get().ref(), actor, places.of(actor));
            worked += here;
            if (here == 0 && !finish(file.get(), actor)) {
                return worked;
            }
        }
        return worked;
    }

    private int work(String ref, Actor actor, Surroundings around) {
        int worked = 0;
        while (true) {
            var lines = new ArrayList<Integer>();
            try {
                transactions.executeWithoutResult(status -> batch(ref, lines, actor, around));
            } catch (RuntimeException e) {
                LOG.info("import {}: a batch of {} rows goes row by row: {}", ref, lines.size(), e.getClass().getSimpleName());
                lines.forEach(line -> single(ref, line, actor, around));
            }
            if (lines.isEmpty() || Thread.currentThread().isInterrupted()) {
                return worked;
            }
            worked += lines.size();
        }
    }

    private void batch(String ref, List<Integer> lines, Actor actor, Surroundings around) {
        var rows = store.claim(ref, SIZE);
        rows.forEach(row -> lines.add(row.line()));
        var cases = new ArrayList<BringIn.Case>();
        rows.forEach(row -> one(ref, row, actor, around, cases));
        tell(ref, cases, actor);
    }

    private void one(String ref, RowView row, Actor actor, Surroundings around, List<BringIn.Case> cases) {
        // What was right when the file was checked may be wrong by now: a specialist has left, a contract has gone.
        var read = RowReading.of(row.cells(), around, clock.today());
        if (read.entry() == null) {
            var problems = read.problems().entrySet().stream().map(one -> one.getKey().heading() + " " + one.getValue()).toList();
            store.settle(ref, row.line(), RowStatus.FAILED, null, problems);
            return;
        }
        var brought = bringIn.bring(read.entry(), actor);
        brought.ifPresent(cases::add);
        store.settle(ref, row.line(), brought.isPresent() ? RowStatus.DONE : RowStatus.ALREADY, brought.map(BringIn.Case::ref).orElse(null),
                List.of());
    }

    /** The record's lines before the event: whoever opens claims asks them who had a hand in the case. */
    private void tell(String ref, List<BringIn.Case> cases, Actor actor) {
        SortedMap<String, String> all = new TreeMap<>();
        SortedMap<String, String> jobs = new TreeMap<>();
        cases.forEach(one -> all.put(one.ref(), ref));
        cases.stream().filter(one -> !one.jobRef().isEmpty()).forEach(one -> jobs.put(one.ref(), one.jobRef()));
        if (!all.isEmpty()) {
            audit.recordEach(all, actor, Area.PATHWAY, "referral.brought-in", "");
        }
        if (!jobs.isEmpty()) {
            audit.recordEach(jobs, actor, Area.WORK, "job.brought-in", "");
        }
        cases.stream().filter(BringIn.Case::mayClaim).forEach(one -> events.publishEvent(new FactsChanged(one.ref())));
    }

    private void single(String ref, int line, Actor actor, Surroundings around) {
        try {
            transactions.executeWithoutResult(status -> store.claimOne(ref, line).ifPresent(row -> {
                var cases = new ArrayList<BringIn.Case>();
                one(ref, row, actor, around, cases);
                tell(ref, cases, actor);
            }));
        } catch (Problem problem) {
            fail(ref, line, problem.getMessage());
        } catch (ConcurrencyFailureException e) {
            // Two transactions met: the row stays ready and has its turn again.
            LOG.info("import {}: row {} waits for another turn", ref, line);
        } catch (RuntimeException e) {
            // The fault's own words may quote the row: its kind and its place say enough.
            LOG.error("import {}: row {} could not be brought in: {} at {}", ref, line, e.getClass().getName(), e.getStackTrace()[0]);
            fail(ref, line, "Something went wrong on our side. Try again; if it stays so, tell the operator the import and the row");
        }
    }

    private void fail(String ref, int line, String why) {
        transactions.executeWithoutResult(status -> store.settle(ref, line, RowStatus.FAILED, null, List.of(why)));
    }

    private boolean finish(ImportView file, Actor actor) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean closed = store.finish(file.ref(), clock.instant());
            if (closed) {
                var now = store.find(file.ref()).orElseThrow();
                audit.record("intake:" + file.ref(), actor, Area.PATHWAY, "intake.finished", "", now.count(RowStatus.DONE) + " brought in, "
                        + now.count(RowStatus.FAILED) + " not");
                // One word for all of them: a message for each of a few hundred would bury the day's own.
                // Tried again, the file tells those teams once more to which more have come.
                store.triageTeams(file.ref()).forEach((team, came) -> notifications.tell(Role.TEAM_LEADER, team, "referralsBroughtIn", file.ref(),
                        file.ref() + ":triage:" + came));
                notifications.tell(file.uploadedBy(), "intakeDone", file.ref(), file.ref() + ":done:" + now.confirmedAt());
            }
            return closed;
        }));
    }
}
