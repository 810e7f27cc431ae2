package org.placewell.demo;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.NewEmployerContact;
import org.placewell.jobsearch.NewJob;
import org.placewell.jobsearch.PayPeriod;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralStatus;
import org.placewell.security.Actor;
import org.placewell.workflow.WorkItem;

/** What a specialist does with a person: profile, appointments, employers, jobs, contact in work, the end of support. */
final class Support {

    private static final int AS_LONG_AS_WE_LOOK = 2000;
    private final Services services;
    private final Walker walker;

    Support(Services services, Walker walker) {
        this.services = services;
        this.walker = walker;
    }

    /** Puts a task with its answers into the diary, unless somebody has done it by then. */
    void in(WorkItem item, LocalDate today, int days, Map<String, ?> answers) {
        walker.plan(today.plusDays(days), item.taskKey(), () -> {
            if (walker.isOpen(item)) {
                services.hands().task(item, walker.doer(item), answers);
            }
        });
    }

    void takeUp(WorkItem item, Life life, LocalDate today) {
        switch (item.taskKey()) {
            case "vocationalProfile" -> begin(item, life, today);
            case "benefitsAdvice" -> in(item, today, life.between(1, 10), Map.of("answer", life.chance(70) ? "takenUp" : "booked"));
            case "outreach" -> in(item, today, life.between(2, 7), Map.of("how", today.getDayOfMonth() % 2 == 0 ? "telephone" : "textMessage",
                    "result", life.comesBack ? "reached" : "noAnswer"));
            case "checkSustainment" -> in(item, today, life.between(0, 4), Map.of("stillInJob", "yes", "hoursAsAgreed", "yes"));
            case "inWorkContact" -> in(item, today, life.between(0, 2), Map.of("going", life.chance(80) ? "well" : "needsSupport"));
            default -> throw new IllegalStateException("Nobody knows how to do " + item.taskKey());
        }
    }

    /** A place has been taken: the plan for the time with the specialist goes into the diary. */
    private void begin(WorkItem item, Life life, LocalDate today) {
        life.supportSince = today;
        for (int after : new int[] {2, 7, 14, 28}) {
            if (!life.fades || after < 7) {
                plan(life, today.plusDays(after), "recordAppointment", () -> services.jobSearch().recordAppointment(life.referralRef,
                        services.clock().today(), "FACE_TO_FACE", life.chance(Rates.ATTENDS) ? Attendance.ATTENDED : Attendance.DID_NOT_ATTEND, specialist(life)));
            }
        }
        if (life.fades) {
            plan(life, today.plusDays(life.between(25, 45)), "endEarly", () -> services.referrals().endEarly(life.referralRef, EndReason.WITHDREW,
                    services.clock().today(), leader(life)));
            return;
        }
        in(item, today, life.profileAfter, Map.of("signed", "yes", "hoursWanted", "from16"));
        plan(life, today.plusDays(life.employerContactInTime ? life.between(10, 24) : 40), "recordEmployerContact", () -> contact(life));
        for (int after = 60; after < life.finishesAfter; after += 45) {
            plan(life, today.plusDays(after), "recordAppointment", () -> services.jobSearch().recordAppointment(life.referralRef,
                    services.clock().today(), "TELEPHONE", Attendance.ATTENDED, specialist(life)));
        }
        if (life.holdsJob) {
            plan(life, today.plusDays(1), "recordHeldJob", () -> holdJob(life));
        }
        for (var job : life.jobs) {
            plan(life, today.plusDays(job.startsAfter()), "startJob", () -> startJob(life, job));
        }
        int last = life.jobs.stream().mapToInt(job -> job.startsAfter() + (job.lastsDays() < 0 ? 200 : job.lastsDays() + 20)).max().orElse(0);
        plan(life, today.plusDays(life.staysOn ? AS_LONG_AS_WE_LOOK : Math.max(life.finishesAfter, last)), "supportFinished", () -> services.jobSearch()
                .supportFinished(life.referralRef, services.clock().today(), specialist(life)));
        if (life.losesContact && life.jobs.isEmpty()) {
            plan(life, today.plusDays(life.between(60, 150)), "contactLost", () -> services.jobSearch()
                    .contactLost(life.referralRef, services.clock().today(), specialist(life)));
        }
    }

    private void contact(Life life) {
        services.jobSearch().recordEmployerContact(new NewEmployerContact(life.referralRef, Employers.name(life.number * 3), "N17 9AB",
                services.clock().today(), "FACE_TO_FACE", "LEARN_ABOUT_EMPLOYER", false), specialist(life));
        if (life.number % 2 == 0) {
            services.applications().record(life.referralRef, Employers.name(life.number * 3) + ", N17 9AB", Employers.job(life.number),
                    services.clock().today(), specialist(life));
        }
    }

    /** The job that the person came with: followed from the referral on. */
    private void holdJob(Life life) {
        var away = life.awayFromJob ? "SICKNESS" : null;
        life.currentJob = services.jobSearch().recordHeldJob(new NewJob(life.referralRef, Employers.name(life.number), "N17 9AB", Employers.job(life.number),
                EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false, life.referredOn.minusDays(500), 20 * 60, true, 0), away,
                away == null ? null : life.referredOn.minusDays(10), specialist(life));
        if (life.losesHeldJobAfter > 0) {
            plan(life, services.clock().today().plusDays(life.losesHeldJobAfter), "endJob", () -> services.jobSearch()
                    .endJob(life.currentJob, services.clock().today(), JobEndReason.HEALTH, specialist(life)));
        }
    }

    private void startJob(Life life, Life.PlannedJob job) {
        if (life.currentJob != null) {
            return;
        }
        var today = services.clock().today();
        var ref = services.jobSearch().startJob(new NewJob(life.referralRef, job.employer(), "N17 9AB", job.title(), EmploymentKind.EMPLOYED,
                NewJob.WorkType.COMPETITIVE, false, today, job.minutesPerWeek(), true, 0), specialist(life));
        life.currentJob = ref;
        life.found.add(job);
        services.pay().atStart(ref, 12_21 + life.number % 7 * 35L, PayPeriod.HOUR, specialist(life));
        if (life.number % 3 == 0) {
            plan(life, today.plusDays(35), "earlyPaper", () -> earlyPayslip(life, ref, today));
        }
        if (job.lastsDays() >= 0) {
            plan(life, today.plusDays(job.lastsDays()), "endJob", () -> {
                life.currentJob = null;
                services.jobSearch().endJob(ref, services.clock().today(), life.chance(50) ? JobEndReason.RESIGNED : JobEndReason.FIXED_TERM_ENDED,
                        specialist(life));
            });
        }
    }

    /** While contact is warm the first payslip is asked for, before any outcome is reached. */
    private void earlyPayslip(Life life, String job, LocalDate since) {
        if (!job.equals(life.currentJob)) {
            return;
        }
        var taken = services.gathering().earlyPapers(life.referralRef, specialist(life)).sheet().lines().stream()
                .map(line -> line.typeCode()).filter(code -> code.startsWith("payslip")).findFirst();
        taken.ifPresent(type -> services.gathering().addEarlyPaper(life.referralRef, Papers.early(type, job,
                services.referrals().get(life.referralRef).person().name(), since, services.clock().today(), life.number),
                specialist(life)));
    }

    /** Somebody in the clinical team says that the case has ended. */
    void endEarly(Life life) {
        if (services.referrals().get(life.referralRef).isOpen()) {
            var reason = java.util.Arrays.stream(EndReason.values()).filter(one -> one.code().equals(life.endsEarlyBecause)).findFirst().orElseThrow();
            services.referrals().endEarly(life.referralRef, reason, services.clock().today(), leader(life));
        }
    }

    /** An act that makes sense only while the person is in support. */
    private void plan(Life life, LocalDate day, String kind, Runnable act) {
        walker.plan(day, kind, () -> {
            if (services.referrals().get(life.referralRef).status() == ReferralStatus.IN_SUPPORT) {
                act.run();
            }
        });
    }

    private Actor specialist(Life life) {
        return walker.company(life.contract).actor(services.referrals().get(life.referralRef).specialist());
    }

    private Actor leader(Life life) {
        return walker.company(life.contract).with(org.placewell.security.Role.TEAM_LEADER).get(0);
    }
}
