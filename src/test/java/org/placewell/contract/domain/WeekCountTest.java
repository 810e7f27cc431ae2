package org.placewell.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Facts.Break;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Metric.Hours;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.Metric.Weeks;
import org.placewell.contract.domain.WeekCount.Found;
import org.placewell.support.Trials;

@DisplayName("Weeks of work, counted as the definition says it in so many words")
class WeekCountTest {

    private static final LocalDate START = LocalDate.of(2026, 2, 2);
    private static final int NO_UPPER = Integer.MAX_VALUE;

    @Test
    @DisplayName("Continuous weeks: runs of days in work are cut into weeks of seven, tolerated gaps left out, and the first that fit are found")
    void continuous() {
        Trials.run("weeks are counted as defined", 1500, (random, seed) -> {
            var line = line(random);
            int count = 1 + random.nextInt(4);
            var rule = new Weeks(count, count, hours(random), JobsThatCount.ANY, random.nextInt(4));
            int notBefore = random.nextInt(3) == 0 ? random.nextInt(line.length()) : 0;
            assertThat(new WeekCount(line, rule, notBefore).find()).as("%s", rule).isEqualTo(continuous(line, rule, notBefore));
        });
    }

    @Test
    @DisplayName("So many of so many weeks: counted from each beginning of work, the earliest that fit are found")
    void scattered() {
        Trials.run("weeks are counted as defined", 1500, (random, seed) -> {
            var line = line(random);
            int count = 1 + random.nextInt(3);
            var rule = new Weeks(count, count + 1 + random.nextInt(3), hours(random), JobsThatCount.ANY, 0);
            int notBefore = random.nextInt(3) == 0 ? random.nextInt(line.length()) : 0;
            assertThat(new WeekCount(line, rule, notBefore).find()).as("%s", rule).isEqualTo(scattered(line, rule, notBefore));
        });
    }

    @Test
    @DisplayName("A band holds its lower boundary and not its upper one; an average is never rounded")
    void band() {
        var band = new Hours(960, 1200, true);
        assertThat(WeekCount.inBand(band, 7 * 960, 7)).isTrue();
        assertThat(WeekCount.inBand(band, 7 * 960 - 1, 7)).isFalse();
        assertThat(WeekCount.inBand(band, 7 * 1200 - 1, 7)).isTrue();
        assertThat(WeekCount.inBand(band, 7 * 1200, 7)).isFalse();
        assertThat(WeekCount.inBand(new Hours(960, NO_UPPER, true), 7L * NO_UPPER, 7)).isTrue();
    }

    @Test
    @DisplayName("The best of the weeks are averaged: a poor week beside enough good ones does no harm")
    void best() {
        var hours = List.of(new HoursPeriod(START, 1000), new HoursPeriod(START.plusDays(7), 100), new HoursPeriod(START.plusDays(14), 920));
        var job = job(hours, List.of());
        var rule = new Weeks(2, 3, new Hours(960, NO_UPPER, true), JobsThatCount.ANY, 0);
        assertThat(new WeekCount(WorkLine.of(List.of(job), time(30), 0, true), rule, 0).find()).isEqualTo(new Found(0, 20, 21));
    }

    private static Found continuous(WorkLine line, Weeks rule, int notBefore) {
        for (var run : runs(line, rule.breakDays())) {
            for (int first = 0; first + 7 * rule.count() <= run.size(); first += 7) {
                var days = run.subList(first, first + 7 * rule.count());
                if (days.get(days.size() - 1) >= notBefore && fits(line, rule.hours(), days)) {
                    return found(line, days);
                }
            }
        }
        return null;
    }

    /** The days in work, cut where somebody is away for longer than a tolerated gap. */
    private static List<List<Integer>> runs(WorkLine line, int gap) {
        var runs = new ArrayList<List<Integer>>();
        for (int day : IntStream.range(0, line.length()).filter(one -> line.minutes(one) != WorkLine.AWAY).toArray()) {
            var last = runs.isEmpty() ? List.<Integer>of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || day - last.get(last.size() - 1) - 1 > gap) {
                runs.add(new ArrayList<>(List.of(day)));
            } else {
                last.add(day);
            }
        }
        return runs;
    }

    private static boolean fits(WorkLine line, Hours hours, List<Integer> days) {
        if (hours.average()) {
            return holds(line, hours, days);
        }
        return IntStream.range(0, days.size() / 7).allMatch(week -> holds(line, hours, days.subList(7 * week, 7 * week + 7)));
    }

    private static boolean holds(WorkLine line, Hours hours, List<Integer> days) {
        double average = days.stream().mapToInt(line::minutes).average().orElseThrow();
        return average >= hours.from() && (hours.below() == NO_UPPER || average < hours.below());
    }

    private static Found found(WorkLine line, List<Integer> days) {
        return new Found(days.get(0), days.get(days.size() - 1), (int) days.stream().filter(day -> day <= line.today()).count());
    }

    private static Found scattered(WorkLine line, Weeks rule, int notBefore) {
        return IntStream.rangeClosed(0, line.today())
                .filter(day -> line.minutes(day) != WorkLine.AWAY && (day == 0 || line.minutes(day - 1) == WorkLine.AWAY))
                .mapToObj(start -> scattered(line, rule, notBefore, start)).filter(java.util.Objects::nonNull)
                .min(Comparator.comparingInt(Found::to)).orElse(null);
    }

    private static Found scattered(WorkLine line, Weeks rule, int notBefore, int start) {
        var weeks = new ArrayList<List<Integer>>();
        for (int from = start; from + 7 <= line.length(); from += 7) {
            weeks.add(IntStream.range(from, from + 7).boxed().toList());
            var counting = weeks.subList(Math.max(0, weeks.size() - rule.within()), weeks.size()).stream()
                    .filter(week -> week.stream().noneMatch(day -> line.minutes(day) == WorkLine.AWAY))
                    .filter(week -> rule.hours().average() || holds(line, rule.hours(), week)).toList();
            boolean endsCounting = counting.contains(weeks.get(weeks.size() - 1));
            if (endsCounting && counting.size() >= rule.count() && from + 6 >= notBefore && fitsBest(line, rule, counting)) {
                return found(line, counting.stream().flatMap(List::stream).toList());
            }
        }
        return null;
    }

    private static boolean fitsBest(WorkLine line, Weeks rule, List<List<Integer>> weeks) {
        var best = weeks.stream().sorted(Comparator.comparingInt((List<Integer> week) -> -week.stream().mapToInt(line::minutes).sum()))
                .limit(rule.count()).flatMap(List::stream).toList();
        return !rule.hours().average() || holds(line, rule.hours(), best);
    }

    private static Hours hours(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Hours.ANY;
            case 1 -> new Hours(0, 840, random.nextBoolean());
            case 2 -> new Hours(420, 1200, random.nextBoolean());
            default -> new Hours(420 + 60 * random.nextInt(8), NO_UPPER, random.nextBoolean());
        };
    }

    private static WorkLine line(Random random) {
        var hours = new ArrayList<HoursPeriod>();
        var from = START;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            hours.add(new HoursPeriod(from, 420 * random.nextInt(4)));
            from = from.plusDays(1 + random.nextInt(18));
        }
        var breaks = new ArrayList<Break>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var away = START.plusDays(random.nextInt(45));
            breaks.add(new Break(away, away.plusDays(random.nextInt(5))));
        }
        return WorkLine.of(List.of(job(hours, breaks)), time(random.nextInt(50)), random.nextInt(30), true);
    }

    private static Time time(int days) {
        return new Time(START, START, START.plusDays(days));
    }

    private static JobSpell job(List<HoursPeriod> hours, List<Break> breaks) {
        return new JobSpell("J-1", START, null, hours, breaks, WorkKind.EMPLOYED, false, true, false, 0, 0, List.of());
    }
}
