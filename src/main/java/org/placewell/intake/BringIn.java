package org.placewell.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.ArrivedWork;
import org.placewell.referral.Arrivals;
import org.placewell.referral.BroughtIn;
import org.placewell.referral.NewReferral;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.sustainment.ArrivedJobs;
import org.placewell.waitinglist.ArrivedWaits;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Makes one row a real case: person, referral, wait or place, job, and the models started where the person stands. */
@Component
class BringIn {

    private static final String PATHWAY = "referral-to-outcome";
    private final Arrivals arrivals;
    private final ArrivedWaits waits;
    private final Caseload caseload;
    private final ArrivedWork work;
    private final ArrivedJobs jobs;
    private final Processes processes;
    private final MovableClock clock;

    BringIn(Arrivals arrivals, ArrivedWaits waits, Caseload caseload, ArrivedWork work, ArrivedJobs jobs, Processes processes,
            MovableClock clock) {
        this.clock = clock;
        this.arrivals = arrivals;
        this.waits = waits;
        this.caseload = caseload;
        this.work = work;
        this.jobs = jobs;
        this.processes = processes;
    }

    /**
     * Brings one person in, in the caller's transaction.
     *
     * @return the referral and the job, if any; empty when the row has been brought in before
     * @throws org.placewell.shared.Problem when our records say otherwise by now
     */
    Optional<Case> bring(Entry row, Actor actor) {
        var taken = arrivals.take(referral(row), actor);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        var ref = taken.get();
        if (row.stage() == Stage.TO_TRIAGE) {
            processes.start(PATHWAY, ref, Vars.REFERRAL_REF, Map.of());
            return Optional.of(new Case(ref, "", false));
        }
        if (!row.stage().isSupported()) {
            waits.join(ref, row.priority());
            processes.startWithin(PATHWAY, ref, "waitForPlace", "joins", List.of("backInLine"), Map.of(Vars.REFERRAL_REF, ref));
            return Optional.of(new Case(ref, "", row.mayClaim(clock.today())));
        }
        caseload.arrive(ref, row.supportSince(), actor);
        if (row.profileOn() != null) {
            work.profile(ref, row.profileOn(), actor);
        }
        if (row.adviceOn() != null) {
            work.advice(ref, row.adviceOn(), actor);
        }
        processes.startWithin(PATHWAY, ref, "searchAndWork", "placeStarts", next(row), Map.of(Vars.REFERRAL_REF, ref));
        return Optional.of(new Case(ref, row.stage() == Stage.IN_WORK ? job(ref, row, actor) : "", row.mayClaim(clock.today())));
    }

    /** The search goes on, and beside it the first step of what has not been done. */
    private static List<String> next(Entry row) {
        if (row.profileOn() == null) {
            return List.of("vocationalProfile", "searching");
        }
        return row.adviceOn() == null ? List.of("benefitsAdvice", "searching") : List.of("searching");
    }

    private String job(String ref, Entry row, Actor actor) {
        var job = work.job(ref, row.employer(), row.jobTitle(), row.jobKind(), row.startedOn(), row.weeklyMinutes(), actor);
        jobs.follow(ref, job, row.startedOn(), row.claimsFrom());
        return job;
    }

    private static BroughtIn referral(Entry row) {
        var who = new NewReferral.Who(row.nhsNumber(), row.noNumberReason(), row.givenName(), row.familyName(), row.birthDate(), row.phone(),
                row.email(), row.said().area());
        var work = new NewReferral.Work("", row.outOfWork(), null, row.said().lastWorked(), List.of(), row.said().jobSoon(), false);
        return new BroughtIn(row.rowKey(), row.contract(), who, row.clinicalTeam(), row.team(), row.referrer(), row.healthGroup(), row.referredOn(),
                row.consentOn(), row.shareEvidence(), row.askEmployers(), row.acceptedOn(), row.stage().isSupported() ? row.specialist() : null,
                row.supportSince(), work, row.said().about(), row.claimsFrom());
    }

    /**
     * @param jobRef empty without a job
     * @param mayClaim whether some outcome may have been reached that is claimed here
     */
    record Case(String ref, String jobRef, boolean mayClaim) {}
}
