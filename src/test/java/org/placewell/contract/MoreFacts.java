package org.placewell.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

/** Adds to what is known of a life: one more piece of evidence, or more work, never less. */
final class MoreFacts {

    private final Random random;
    private final Facts facts;

    MoreFacts(Random random, Facts facts) {
        this.random = random;
        this.facts = facts;
    }

    /** The same life with one thing more on record. */
    Facts next() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> appointment();
            case 2 -> profile();
            case 3 -> score();
            case 4, 5 -> newJob();
            case 6 -> job(job -> with(job, null, job.hours(), job.breaks(), job.fullDays(), job.minutesWorked(), job.earnings()));
            case 7 -> job(job -> with(job, job.end(), job.hours(), List.of(), job.fullDays(), job.minutesWorked(), job.earnings()));
            case 8 -> job(job -> with(job, job.end(), job.hours(), job.breaks(), job.fullDays() + 1, job.minutesWorked() + 240, job.earnings()));
            default -> job(this::paid);
        };
    }

    private Facts appointment() {
        var more = new ArrayList<>(facts.appointments());
        more.add(new Appointment(facts.referredOn().plusDays(random.nextInt(150) - 5), true));
        return with(more, facts.profileCompletedOn(), facts.jobs(), facts.scores());
    }

    private Facts profile() {
        var done = facts.profileCompletedOn();
        return with(facts.appointments(), done == null ? facts.referredOn().plusDays(random.nextInt(60)) : done, facts.jobs(), facts.scores());
    }

    /** A later score: the first one is what others are measured against. */
    private Facts score() {
        var last = facts.scores().stream().map(Score::date).max(LocalDate::compareTo).orElse(facts.referredOn());
        var more = new ArrayList<>(facts.scores());
        more.add(new Score("treatment-outcomes-profile", last.plusDays(1 + random.nextInt(90)), random.nextInt(21)));
        return with(facts.appointments(), facts.profileCompletedOn(), facts.jobs(), more);
    }

    private Facts newJob() {
        var start = facts.referredOn().plusDays(random.nextInt(200));
        var more = new ArrayList<>(facts.jobs());
        more.add(random.nextInt(more.size() + 1), new JobSpell("J-NEW", start, random.nextBoolean() ? null : start.plusDays(random.nextInt(60)),
                List.of(new HoursPeriod(start, 60 + random.nextInt(2400))), List.of(), WorkKind.EMPLOYED, false, true, false, 1, 420,
                List.of(new Earnings(start, start.plusDays(13), Pence.of(20_000)))));
        return with(facts.appointments(), facts.profileCompletedOn(), more, facts.scores());
    }

    private JobSpell paid(JobSpell job) {
        var more = new ArrayList<>(job.earnings());
        var from = job.start().plusDays(random.nextInt(100));
        more.add(new Earnings(from, from.plusDays(random.nextInt(28)), Pence.of(random.nextInt(90_000))));
        return with(job, job.end(), job.hours(), job.breaks(), job.fullDays(), job.minutesWorked(), more);
    }

    private Facts job(UnaryOperator<JobSpell> change) {
        var jobs = new ArrayList<>(facts.jobs());
        if (!jobs.isEmpty()) {
            jobs.replaceAll(one -> random.nextInt(jobs.size()) == 0 ? change.apply(one) : one);
        }
        return with(facts.appointments(), facts.profileCompletedOn(), jobs, facts.scores());
    }

    private Facts with(List<Appointment> appointments, LocalDate profile, List<JobSpell> jobs, List<Score> scores) {
        return new Facts(facts.referredOn(), facts.acceptedOn(), appointments, profile, jobs, scores, facts.asOf());
    }

    private static JobSpell with(JobSpell job, LocalDate end, List<HoursPeriod> hours, List<Facts.Break> breaks, int fullDays, int minutes,
            List<Earnings> earnings) {
        return new JobSpell(job.jobRef(), job.start(), end, hours, breaks, job.kind(), job.heldAtReferral(), job.competitive(),
                job.insideSupplyChain(), fullDays, minutes, earnings);
    }
}
