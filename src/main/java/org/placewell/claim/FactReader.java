package org.placewell.claim;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.WorkKind;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.referral.ReferralView;
import org.placewell.shared.Pence;
import org.springframework.stereotype.Component;

/** Puts together what the calculator may know of a referral, from the rooms that keep it: dates, hours, scores, never a name. */
@Component
class FactReader {

    private final JobSearch search;

    FactReader(JobSearch search) {
        this.search = search;
    }

    /** The facts as recorded today, seen on a day. */
    Facts facts(ReferralView referral, LocalDate asOf) {
        var ref = referral.ref();
        var appointments = search.appointments(ref).stream().map(visit -> new Facts.Appointment(visit.on(), visit.attended())).toList();
        var profile = search.profile(ref).map(found -> found.completedOn()).orElse(null);
        var scores = search.scores(ref).stream().map(score -> new Facts.Score(measure(score.measure()), score.on(), score.value())).toList();
        return new Facts(referral.referredOn(), referral.acceptedOn(), appointments, profile, jobs(ref, referral.referredOn(), asOf), scores, asOf);
    }

    private List<Facts.JobSpell> jobs(String referralRef, LocalDate referredOn, LocalDate asOf) {
        return search.jobs(referralRef).stream().map(job -> spell(job, referredOn, asOf)).toList();
    }

    private static Facts.JobSpell spell(JobView job, LocalDate referredOn, LocalDate asOf) {
        return new Facts.JobSpell(job.ref(), job.startedOn(), job.endedOn(),
                job.hours().stream().map(period -> new Facts.HoursPeriod(period.from(), period.minutesPerWeek())).toList(),
                job.breaks().stream().map(pause -> new Facts.Break(pause.from(), until(pause, job, asOf))).toList(),
                kind(job.kind()), job.startedOn().isBefore(referredOn), job.competitive(), job.insideSupplyChain(), job.firstDayFull() ? 1 : 0,
                job.firstDayMinutes(),
                job.earnings().stream().map(pay -> new Facts.Earnings(pay.from(), pay.to(), Pence.of(pay.pence()), pay.kind())).toList());
    }

    /** A break that goes on lasts to the end of the job, or to the day on which the question is asked. */
    private static LocalDate until(JobView.Break pause, JobView job, LocalDate asOf) {
        if (pause.to() != null) {
            return pause.to();
        }
        var end = job.endedOn() != null ? job.endedOn() : asOf;
        return end.isBefore(pause.from()) ? pause.from() : end;
    }

    private static WorkKind kind(EmploymentKind kind) {
        return switch (kind) {
            case SELF_EMPLOYED -> WorkKind.SELF_EMPLOYED;
            case APPRENTICESHIP -> WorkKind.APPRENTICESHIP;
            case EMPLOYED, ZERO_HOURS, AGENCY -> WorkKind.EMPLOYED;
        };
    }

    /** The measure's code as terms files write it. */
    private static String measure(String code) {
        return switch (code) {
            case "TOP_WELLBEING" -> "treatment-outcomes-profile";
            default -> code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        };
    }
}
