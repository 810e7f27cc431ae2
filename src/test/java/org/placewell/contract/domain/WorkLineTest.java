package org.placewell.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Facts.Break;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.support.Trials;

@DisplayName("The line of days in work, held against its definition day by day")
class WorkLineTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 1, 5);

    @Test
    @DisplayName("A day has the weekly hours of every job of that day that is not interrupted, added up or the longest of them")
    void byDefinition() {
        Trials.run("a line of work is as defined", 400, (random, seed) -> {
            var time = new Time(REFERRED, REFERRED, REFERRED.plusDays(10 + random.nextInt(12)));
            var jobs = jobs(random, time.asOf());
            int foreseen = random.nextInt(9);
            boolean added = random.nextBoolean();

            var line = WorkLine.of(jobs, time, foreseen, added);

            var first = line.date(0);
            assertThat(first).isEqualTo(jobs.stream().map(JobSpell::start).min(LocalDate::compareTo).map(time::later).orElseThrow());
            assertThat(line.date(line.today())).isEqualTo(time.asOf());
            assertThat(line.length()).isEqualTo(line.today() + 1 + foreseen);
            for (int day = 0; day < line.length(); day++) {
                assertThat(line.minutes(day)).as("%s on %s, asked on %s", jobs, line.date(day), time.asOf())
                        .isEqualTo(minutes(jobs, line.date(day), time.asOf(), added));
                assertThat(line.position(line.date(day))).isEqualTo(day);
            }
            assertThat(line.position(first.minusDays(3))).isZero();
        });
    }

    @Test
    @DisplayName("A job without hours on record is work of no hours, not absence")
    void noHours() {
        var job = job(REFERRED, null, List.of(), List.of());
        var line = WorkLine.of(List.of(job), new Time(REFERRED, REFERRED, REFERRED.plusDays(2)), 1, true);
        assertThat(line.minutes(0)).isZero();
        assertThat(line.minutes(3)).isZero();
    }

    @Test
    @DisplayName("Hours may be recorded in any order")
    void anyOrder() {
        var late = new HoursPeriod(REFERRED.plusDays(2), 600);
        var early = new HoursPeriod(REFERRED, 300);
        assertThat(job(REFERRED, null, List.of(late, early), List.of()).hours()).containsExactly(early, late);
        assertThat(job(REFERRED, null, List.of(early, late), List.of()).hours()).containsExactly(early, late);
    }

    /** What was known on the day of the question: an end, a change of hours or a break after it is not. */
    private static int minutes(List<JobSpell> jobs, LocalDate day, LocalDate asked, boolean added) {
        var hours = jobs.stream().filter(job -> !day.isBefore(job.start()))
                .filter(job -> job.end() == null || job.end().isAfter(asked) || !day.isAfter(job.end()))
                .filter(job -> job.breaks().stream().filter(away -> !away.from().isAfter(asked))
                        .noneMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to())))
                .map(job -> job.hours().stream().filter(period -> period == job.hours().get(0)
                        || !period.from().isAfter(day) && !period.from().isAfter(asked))
                        .reduce((before, after) -> after).map(HoursPeriod::minutesPerWeek).orElse(0)).toList();
        var minutes = hours.stream().mapToInt(Integer::intValue);
        return hours.isEmpty() ? WorkLine.AWAY : added ? minutes.sum() : minutes.max().getAsInt();
    }

    private static List<JobSpell> jobs(Random random, LocalDate asked) {
        var jobs = new ArrayList<JobSpell>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var start = asked.minusDays(random.nextInt(22));
            var hours = new ArrayList<HoursPeriod>();
            var from = start;
            for (int j = random.nextInt(4); j > 0; j--) {
                hours.add(new HoursPeriod(from, 60 * (1 + random.nextInt(40))));
                from = from.plusDays(1 + random.nextInt(9));
            }
            var breaks = new ArrayList<Break>();
            for (int j = random.nextInt(3); j > 0; j--) {
                var away = start.plusDays(random.nextInt(20) - 2);
                breaks.add(new Break(away, away.plusDays(random.nextInt(6))));
            }
            jobs.add(job(start, random.nextBoolean() ? null : start.plusDays(random.nextInt(24)), hours, breaks));
        }
        return jobs;
    }

    private static JobSpell job(LocalDate start, LocalDate end, List<HoursPeriod> hours, List<Break> breaks) {
        return new JobSpell("J-1", start, end, hours, breaks, WorkKind.EMPLOYED, false, true, false, 0, 0, List.of());
    }
}
