package org.placewell.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Break;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

/** Lives of referrals, made at random: the same seed, the same lives. */
public final class RandomFacts {

    private final Random random;

    public RandomFacts(Random random) {
        this.random = random;
    }

    /** The next life. */
    public Facts next() {
        var referred = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
        var appointments = new ArrayList<Appointment>();
        for (int i = random.nextInt(6); i > 0; i--) {
            appointments.add(new Appointment(referred.plusDays(random.nextInt(120) - 5), random.nextInt(4) > 0));
        }
        var jobs = new ArrayList<JobSpell>();
        var start = referred.plusDays(random.nextInt(200) - 5);
        for (int i = random.nextInt(4); i > 0; i--) {
            jobs.add(job("J-" + i, start));
            start = start.plusDays(random.nextInt(90));
        }
        var scores = new ArrayList<Score>();
        for (int i = random.nextInt(4); i > 0; i--) {
            scores.add(new Score("treatment-outcomes-profile", referred.plusDays(random.nextInt(300)), random.nextInt(21)));
        }
        var profile = random.nextInt(3) == 0 ? null : referred.plusDays(random.nextInt(60));
        return new Facts(referred, referred.plusDays(5), appointments, profile, jobs, scores, referred.plusDays(random.nextInt(500)));
    }

    private JobSpell job(String ref, LocalDate start) {
        var hours = new ArrayList<HoursPeriod>();
        var from = start;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            hours.add(new HoursPeriod(from, random.nextInt(4) == 0 ? 960 : random.nextInt(2400)));
            from = from.plusDays(1 + random.nextInt(60));
        }
        var breaks = new ArrayList<Break>();
        if (random.nextInt(5) == 0) {
            var away = start.plusDays(random.nextInt(100));
            breaks.add(new Break(away, away.plusDays(random.nextInt(10))));
        }
        var end = random.nextBoolean() ? null : start.plusDays(random.nextInt(200));
        var kind = random.nextInt(4) == 0 ? WorkKind.values()[random.nextInt(WorkKind.values().length)] : WorkKind.EMPLOYED;
        return new JobSpell(ref, start, end, hours, breaks, kind, random.nextInt(8) == 0, random.nextInt(10) > 0, random.nextInt(10) == 0,
                random.nextInt(3), random.nextInt(600), random.nextBoolean() ? List.of() : pay(start));
    }

    private List<Earnings> pay(LocalDate start) {
        var pay = new ArrayList<Earnings>();
        var from = start;
        for (int i = random.nextInt(6); i > 0; i--) {
            var to = from.plusDays(6 + random.nextInt(25));
            var kind = random.nextInt(4) == 0 ? IncomeKind.values()[random.nextInt(IncomeKind.values().length)] : IncomeKind.WAGES;
            pay.add(new Earnings(from, to, Pence.of(random.nextInt(150_000)), kind));
            from = to.plusDays(1);
        }
        return pay;
    }
}
