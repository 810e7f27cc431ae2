package org.placewell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Simulated figures beside published ones")
class PublishedTest {

    private static final LocalDate START = Simulation.START;
    private static final LocalDate END = START.plusDays(900);

    @Test
    @DisplayName("A standard service: rates of the right base, half per cents rounded up, the middle of the days to a job")
    void standard() {
        var people = new ArrayList<Course>();
        people.add(course(false, 0, 0, 0));
        people.add(course(true, 0, 0, 0));
        people.add(course(true, 100, 41, 15 * 60 + 59));
        people.add(course(true, 120, 42, 16 * 60));
        people.add(course(true, 140, 91, 16 * 60));
        people.add(course(true, 160, 182, 30 * 60));
        people.add(course(true, 999, -1, 30 * 60));

        var found = new Published(people, END.plusDays(600)).of(Scenario.STANDARD);

        assertThat(found).extracting(Comparison::tenths).containsExactly(857L, 833L, 800L, 800L, 600L, 667L, 1400L);
        assertThat(found).extracting(Comparison::verdict).containsExactly("above", "above", "within", "within", "within", "below", "within");
        assertThat(found.get(0).simulated()).isEqualTo("85.7 %");
        assertThat(found.get(6).range()).isEqualTo("90 to 180 days");
    }

    @Test
    @DisplayName("The trial's arithmetic: who leaves after nine months of eighteen frees half the time, and returns grow by as much")
    void lite() {
        var people = new ArrayList<Course>();
        for (int i = 0; i < 10; i++) {
            people.add(arm(1, i < 5, -1));
            people.add(arm(2, i < 4, 274));
        }

        var found = new Published(people, END).of(Scenario.IPS_LITE);

        assertThat(found).extracting(Comparison::quantity, Comparison::tenths).contains(
                org.assertj.core.groups.Tuple.tuple("Standard: employed in 18 months", 500L), org.assertj.core.groups.Tuple.tuple("Standard: capacity freed", 0L),
                org.assertj.core.groups.Tuple.tuple("Lite: discharged", 1000L), org.assertj.core.groups.Tuple.tuple("Lite: capacity freed", 500L),
                org.assertj.core.groups.Tuple.tuple("Standard: returns to work per 61 people at constant rates", 305L),
                org.assertj.core.groups.Tuple.tuple("Lite: returns to work per 62 people at constant rates", 372L),
                org.assertj.core.groups.Tuple.tuple("Lite against standard: returns to work", 1200L));
    }

    @Test
    @DisplayName("A surge: those who join in it are told apart from those before and after, and the longest list is counted day by day")
    void surge() {
        var people = List.of(waiting(10, 20), waiting(Scenario.SURGE_FROM, 50), waiting(Scenario.SURGE_FROM + 1, 60), waiting(Scenario.SURGE_UNTIL, 30));

        var found = new Published(people, END).of(Scenario.SURGE);

        assertThat(found).extracting(Comparison::tenths).containsExactly(200L, 600L, 300L, 600L, 20L);
    }

    @Test
    @DisplayName("A trial: each arm by those who were reached, and usual care with nobody on a caseload")
    void trial() {
        var people = List.of(ofTrial("support", true, START), ofTrial("support", null, START), ofTrial("usualCare", false, null), ofTrial("usualCare", true, null));

        var found = new Published(people, END).of(Scenario.TRIAL);

        assertThat(found).extracting(Comparison::tenths).containsExactly(500L, 0L, 1000L, 500L);
        assertThat(new Published(List.of(ofTrial("usualCare", true, START)), END).of(Scenario.TRIAL).get(1).verdict()).isEqualTo("above");
    }

    @Test
    @DisplayName("Nobody at all breaks nothing")
    void nobody() {
        for (var scenario : Scenario.values()) {
            assertThat(new Published(List.of(), END).of(scenario)).allMatch(one -> one.tenths() == 0);
        }
    }

    @Test
    @DisplayName("Three times the usual referrals a day in the surge, the usual ones before and after, nobody left out")
    void arrivals() {
        int referrals = 2 * (Scenario.REFERRING_DAYS + 2 * (Scenario.SURGE_UNTIL - Scenario.SURGE_FROM));
        var days = IntStream.range(0, referrals).mapToObj(i -> Scenario.SURGE.referredOn(START, i, referrals)).toList();

        assertThat(days).isSorted().allMatch(day -> !day.isBefore(START) && day.isBefore(START.plusDays(Scenario.REFERRING_DAYS)));
        for (int day = 0; day < Scenario.REFERRING_DAYS; day++) {
            var on = START.plusDays(day);
            int usual = day >= Scenario.SURGE_FROM && day < Scenario.SURGE_UNTIL ? 6 : 2;
            assertThat(days.stream().filter(on::equals).count()).as("day %s", day).isEqualTo(usual);
        }
    }

    /** Somebody with a place on the first day and, after some days, a first job of some days; -1 for a job that goes on. */
    private static Course course(boolean engaged, int jobAfter, int jobDays, int minutes) {
        var job = jobAfter == 0 ? null : START.plusDays(jobAfter);
        return new Course(1, START, START, START, START, null, engaged, job, job == null || jobDays < 0 ? null : job.plusDays(jobDays - 1L), minutes,
                null, null);
    }

    private static Course ofTrial(String arm, Boolean works, LocalDate placed) {
        return new Course(1, START, START, placed, placed, null, false, null, null, 0, arm, works);
    }

    private static Course arm(int version, boolean employed, int leftAfter) {
        return new Course(version, START, START, START, START, leftAfter < 0 ? null : START.plusDays(leftAfter), true, employed ? START.plusDays(90) : null, null,
                960, null, null);
    }

    private static Course waiting(int joinedAfter, int days) {
        var joined = START.plusDays(joinedAfter);
        return new Course(1, joined, joined, joined, joined.plusDays(days), null, false, null, null, 0, null, null);
    }
}
