package org.placewell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.performance.ControlChart.Month;
import org.placewell.performance.ControlChart.Signal;
import org.placewell.performance.TimeToJob.Point;
import org.placewell.performance.TimeToJob.Wait;

class TrendsTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Test
    @DisplayName("Whoever was followed for a short time counts for that time only: the share in a job is not made smaller by new people")
    void curve() {
        var waits = new ArrayList<>(people(10, 20, true));
        waits.addAll(people(10, 400, false));
        assertThat(TimeToJob.of(waits)).first().isEqualTo(new Point(4, 10L, 10L, 50));
        waits.addAll(people(20, 10, false));
        assertThat(TimeToJob.of(waits)).first().isEqualTo(new Point(4, 10L, 10L, 50));
        waits.addAll(people(5, 50, true));
        assertThat(TimeToJob.of(waits)).filteredOn(point -> point.week() == 8).containsExactly(new Point(8, 10L, 15L, 60));
    }

    @Test
    @DisplayName("The curve ends where fewer than five people are followed; a step made by one to four people is hidden with its share")
    void smallNumbers() {
        var waits = new ArrayList<>(people(8, 20, true));
        waits.addAll(people(3, 50, true));
        waits.addAll(people(6, 100, false));
        assertThat(TimeToJob.of(waits)).containsExactly(new Point(4, 9L, 8L, 47), new Point(8, null, null, null), new Point(13, null, null, null));
        assertThat(TimeToJob.of(people(4, 400, false))).isEmpty();
        assertThat(TimeToJob.of(List.of())).isEmpty();
        waits.addAll(people(2, 90, true));
        assertThat(TimeToJob.of(waits)).last().isEqualTo(new Point(13, 6L, 13L, 68));
    }

    @Test
    @DisplayName("Limits lie 2.66 mean moving ranges from the mean and not below nought; a month outside them is a signal")
    void limits() {
        var counts = new ArrayList<>(List.of(10L, 12L, 10L, 12L, 10L, 12L, 10L, 12L, 10L, 12L, 10L, 40L));
        var series = ControlChart.of("Referrals", JANUARY, 1, counts, 0);
        assertThat(series.mean()).isEqualTo(13);
        assertThat(series.low()).isEqualTo(2);
        assertThat(series.high()).isEqualTo(25);
        assertThat(series.months()).filteredOn(month -> month.signal() == Signal.ABOVE).extracting(Month::month, Month::count)
                .containsExactly(tuple(YearMonth.of(2025, 12), 40L));
        Collections.fill(counts, 20L);
        counts.set(5, 6L);
        assertThat(ControlChart.of("", JANUARY, 1, counts, 0).months().get(5).signal()).isEqualTo(Signal.BELOW);
    }

    @Test
    @DisplayName("Eight months in a row on one side of the mean are a signal, seven are not")
    void runs() {
        assertThat(runs(8)).isEqualTo(16);
        assertThat(runs(7)).isZero();
    }

    private static long runs(int length) {
        var counts = new ArrayList<Long>();
        for (int i = 0; i < 2 * length; i++) {
            counts.add((i < length ? 30L : 34L) + (i < length ? -4 : 4) * (i % 2));
        }
        return ControlChart.of("", JANUARY, 1, counts, 0).months().stream()
                .filter(month -> month.signal() == Signal.RUN_ABOVE || month.signal() == Signal.RUN_BELOW).count();
    }

    @Test
    @DisplayName("Months with few people are hidden and give no signal; with too few months, or most of them hidden, there are no limits")
    void hidden() {
        assertThat(ControlChart.of("", JANUARY, 1, List.of(9L, 8L, 7L), 0).mean()).isNull();
        var series = ControlChart.of("", JANUARY, 1, List.of(2L, 2L, 2L, 2L, 2L, 2L, 2L, 30L, 31L, 32L, 33L, 34L), 0);
        assertThat(series.mean()).isNull();
        assertThat(series.months()).extracting(Month::count).startsWith((Long) null).endsWith(31L, 32L, 33L, 34L);
        assertThat(series.months()).extracting(Month::signal).containsOnly(Signal.NONE);
        assertThat(ControlChart.of("", JANUARY, 1, List.of(2L, 3L), 0).anyShown()).isFalse();
    }

    @Test
    @DisplayName("Whole months of two years at most are shown, months without anybody as nought; the pictures are drawn")
    void months() {
        var now = YearMonth.of(2026, 7);
        var trends = Trends.of(people(9, 20, true), List.of(new Trends.Count(YearMonth.of(2026, 3), 9), new Trends.Count(YearMonth.of(2026, 5), 8),
                new Trends.Count(now, 50)), List.of(), now);
        assertThat(trends.referrals().months()).extracting(Month::count).containsExactly(9L, 0L, 8L, 0L);
        assertThat(trends.referrals().months()).extracting(Month::words).first().isEqualTo("March 2026");
        assertThat(trends.pictures()).hasSize(2).allSatisfy(svg -> assertThat(svg).startsWith("<svg").endsWith("</svg>"));
        assertThat(Trends.of(List.of(), List.of(new Trends.Count(now, 50)), List.of(), now).pictures()).isEmpty();
        assertThat(Trends.of(List.of(), List.of(new Trends.Count(YearMonth.of(2020, 1), 50)), List.of(), now).referrals().months()).as("eight quarters").hasSize(8);
        assertThat(Trends.of(people(40, 500, false), List.of(), List.of(), now).curve()).contains("polyline");
    }

    @Test
    @DisplayName("Where most months have too few people to show, quarters are counted; a quarter that is not over is left out")
    void quarters() {
        var small = new ArrayList<Trends.Count>();
        for (int i = 0; i < 7; i++) {
            small.add(new Trends.Count(YearMonth.of(2025, 10).plusMonths(i), 3));
        }
        assertThat(Trends.of(List.of(), small, List.of(), YearMonth.of(2026, 5)).referrals().months()).extracting(Month::words, Month::count)
                .containsExactly(tuple("October to December 2025", 9L), tuple("January to March 2026", 9L));
    }

    @Test
    @DisplayName("The total ends with the last point, so that the total less the points is not the month that is not over; people before the first point count as a part")
    void total() {
        var months = new ArrayList<Trends.Count>();
        for (int i = 0; i < 8; i++) {
            months.add(new Trends.Count(YearMonth.of(2025, 11).plusMonths(i), 9));
        }
        assertThat(Trends.until(months, YearMonth.of(2026, 6))).as("months").isEqualTo("2026-05-31");
        var few = List.of(new Trends.Count(YearMonth.of(2025, 11), 3), new Trends.Count(YearMonth.of(2026, 4), 2));
        assertThat(Trends.until(few, YearMonth.of(2026, 6))).as("quarters of the calendar").isEqualTo("2026-03-31");
        assertThat(Trends.of(List.of(), few, List.of(), YearMonth.of(2026, 6)).referrals().months()).extracting(Month::words)
                .containsExactly("October to December 2025", "January to March 2026");
        assertThat(Trends.until(List.of(), YearMonth.of(2026, 6))).as("nothing yet").isEqualTo("2026-05-31");
        assertThat(Trends.until(few, YearMonth.of(2025, 12))).as("no quarter yet").isEqualTo("2025-11-30");
        assertThat(ControlChart.of("", JANUARY, 1, List.of(9L, 8L, 30L), 3).months()).extracting(Month::count).containsExactly(9L, null, 30L);
    }

    @Test
    @DisplayName("The file of months says what the chart shows: a hidden count stays hidden, with its signal and without limits")
    void file() {
        var now = YearMonth.of(2026, 4);
        var counts = List.of(new Trends.Count(YearMonth.of(2026, 1), 31), new Trends.Count(YearMonth.of(2026, 2), 3),
                new Trends.Count(YearMonth.of(2026, 3), 27));
        assertThat(PerformanceFiles.months(Trends.of(List.of(), counts, counts.subList(0, 1), now)).lines().skip(1)).containsExactly(
                "2026-01,2026-01,31,,,,,31,,,,", "2026-02,2026-02,hidden,,,,,0,,,,", "2026-03,2026-03,hidden,,,,,0,,,,");
        var year = new ArrayList<Trends.Count>();
        for (int i = 0; i < 13; i++) {
            year.add(new Trends.Count(YearMonth.of(2025, 3).plusMonths(i), i == 12 ? 40 : 10 + 2 * (i % 2)));
        }
        assertThat(PerformanceFiles.months(Trends.of(List.of(), year, List.of(), now)).lines()).last().asString()
                .startsWith("2026-03,2026-03,40,more than chance explains,13,3,24,0,");
    }

    @Test
    @DisplayName("The scale has round values, five steps at most, on the wide picture and on the one for a phone")
    void scale() {
        assertThat(List.of(5L, 6L, 10L, 11L, 26L, 51L, 251L, 2_501L)).extracting(LineCharts::apart)
                .containsExactly(1L, 2L, 2L, 5L, 10L, 20L, 100L, 1_000L);
        var svg = LineCharts.months(ControlChart.of("Referrals", JANUARY, 1, List.of(12L, 23L), 0), "some");
        for (int value = 0; value <= 25; value += 5) {
            assertThat(svg.split(">" + value + "</text>", -1)).as("value " + value).hasSize(3);
        }
        assertThat(svg).contains("id=\"some-wide\"", "id=\"some-narrow\"");
    }

    private static List<Wait> people(int count, int days, boolean started) {
        return Collections.nCopies(count, new Wait(days, started));
    }
}
