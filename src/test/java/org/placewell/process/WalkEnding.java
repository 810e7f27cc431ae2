package org.placewell.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.support.Filling.FormRefused;
import org.placewell.workflow.WorkItem;

/**
 * Brings every case of a walk to its end as a service would: tasks are done, places offered, support finished, money asked for and paid,
 * and otherwise time passes. Nobody is withdrawn. A case that cannot be ended so in a bounded number of steps is stuck.
 */
final class WalkEnding {

    private static final int MOST = 1500;
    private final Walk walk;
    private final RandomWalkTest the;
    private final Set<String> refused = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    WalkEnding(Walk walk) {
        this.walk = walk;
        this.the = walk.the;
    }

    /** Ends everything. */
    void all() {
        for (int i = 0; i < MOST; i++) {
            walk.runDue();
            if (!someTask() && !someCommand() && !somePayment() && !time()) {
                return;
            }
        }
        throw new AssertionError("not at its end after " + MOST + " steps: " + walk.open().stream().map(item -> item.taskKey() + " of "
                + item.caseRef()).toList() + " " + the.checks.running(walk.service));
    }

    private boolean someTask() {
        for (var item : walk.open()) {
            for (var actor : walk.people()) {
                var once = item.taskId() + actor.username() + the.clock.today();
                if (!refused.contains(once) && the.items.open(item.taskId(), actor).isPresent()
                        && tried("task " + item.taskKey(), once, () -> task(item, actor))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void task(WorkItem item, Actor actor) {
        if (item.taskKey().equals("gatherEvidence")) {
            papers(item.caseRef());
        }
        Map<String, Object> given = new HashMap<>(WalkAnswers.leadingOn(item, the.clock.today()));
        if (item.taskKey().equals("reviewWaiting")) {
            given.putAll(Map.of("reviewAnswer", "leaves", "leaveReason", "foundWork"));
        }
        try {
            the.filling.task(item, actor, given, null);
        } catch (Problem empty) {
            if (!Set.of("no-lines", "held-back").contains(empty.code())) {
                throw empty;
            }
            // Every line has been taken off, or one is held back: an approver sends the statement back, and whoever checks the draft withdraws it.
            the.filling.task(item, actor, item.taskKey().equals("checkDraft") ? Map.of("draftDecision", "withdrawn")
                    : Map.of("approvalDecision", "changes"), null);
        }
        walk.closed(item, actor);
    }

    private void papers(String claim) {
        for (var kind : walk.money.asked(claim)) {
            try {
                walk.money.paper(claim, kind);
            } catch (Problem notAsked) {
                refused.add(claim + kind);
            }
        }
    }

    private boolean someCommand() {
        var leader = walk.service.leader();
        return first("select ref from referral where ref = any (?) and status = 'WAITING'", "offerPlace", leader,
                Map.of("reason", "The list is being closed", "choiceReason", "They know each other"))
                || first("select ref from job where referral_ref = any (?) and ended_on is null and withdrawn_at is null and exists (select 1 from"
                        + " referral r where r.ref = referral_ref and r.status = 'IN_SUPPORT')", "endJob", leader, Map.of())
                || first("select ref from referral where ref = any (?) and status = 'IN_SUPPORT'", "supportFinished", leader,
                        Map.of("agreed", "yes"));
    }

    /** Gives a command to the first that takes it, once a day each. */
    private boolean first(String sql, String command, Actor actor, Map<String, Object> given) {
        for (var ref : walk.refs(sql)) {
            if (asked.add(command + ref + the.clock.today()) && tried(command, command + ref + the.clock.today(), () ->
                    the.filling.command(command, ref, actor, given, null))) {
                return true;
            }
        }
        return false;
    }

    private boolean somePayment() {
        for (var statement : walk.money.instructed()) {
            if (tried("remittance", statement, () -> walk.money.remit(statement))) {
                return true;
            }
        }
        for (var payer : walk.money.payers()) {
            if (asked.add(payer + the.clock.today()) && tried("statement", payer + the.clock.today(), () -> walk.money.draft(payer))) {
                return true;
            }
        }
        return false;
    }

    private boolean time() {
        var next = walk.job(false);
        next.ifPresent(job -> the.clock.stopAt(job.at().isAfter(the.clock.instant()) ? job.at() : the.clock.instant()));
        return next.isPresent();
    }

    /** Whether it was done; what was refused once is not tried again. */
    private boolean tried(String kind, String what, Runnable act) {
        var done = new boolean[1];
        walk.watched(() -> {
            try {
                act.run();
                done[0] = true;
            } catch (Problem | FormRefused no) {
                refused.add(what);
                walk.attempt("at the end, " + kind, () -> {
                    throw no;
                });
            }
        });
        if (done[0]) {
            walk.attempt(kind, () -> { });
        }
        return done[0];
    }
}
