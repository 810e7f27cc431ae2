package org.placewell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fictional person's life")
class LifeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Habits HABITS = Habits.TRIAL;

    @Test
    @DisplayName("Whoever loses a job finds another as often and as soon as a first one; a job that lasts is the last")
    void looksAgain() {
        int lost = 0;
        int foundAgain = 0;
        var days = new ArrayList<Integer>();
        for (var life : people(6_000)) {
            for (int i = 0; i < life.jobs.size(); i++) {
                var job = life.jobs.get(i);
                boolean more = i + 1 < life.jobs.size();
                lost += job.lastsDays() >= 0 ? 1 : 0;
                foundAgain += more ? 1 : 0;
                assertThat(more && job.lastsDays() < 0).as("after a job that lasts").isFalse();
                if (more) {
                    days.add(life.jobs.get(i + 1).startsAfter() - job.startsAfter() - job.lastsDays());
                }
            }
        }
        assertThat(100.0 * foundAgain / lost).isBetween(HABITS.startsJob() - 4.0, HABITS.startsJob() + 4.0);
        assertThat(days).allMatch(gap -> gap >= HABITS.medianDaysToJob() / 4 && gap <= HABITS.medianDaysToJob() * 5 / 2);
        assertThat(days.stream().sorted().toList().get(days.size() / 2)).isBetween(HABITS.medianDaysToJob() - 15, HABITS.medianDaysToJob() + 15);
        assertThat(people(6_000)).filteredOn(life -> life.jobs.size() > 2).isNotEmpty();
    }

    @Test
    @DisplayName("The same seed and number give the same plan; a further job counts as work only once it was found in support")
    void plan() {
        var first = people(200);
        assertThat(people(200)).extracting(life -> life.jobs).isEqualTo(first.stream().map(life -> life.jobs).toList());
        var life = first.stream().filter(one -> one.jobs.size() > 1).findFirst().orElseThrow();
        life.supportSince = DAY;
        var second = life.jobs.get(1);
        assertThat(life.worksOn(DAY.plusDays(life.jobs.get(0).startsAfter()))).isTrue();
        assertThat(life.worksOn(DAY.plusDays(second.startsAfter()))).isFalse();
        life.found.add(second);
        assertThat(life.worksOn(DAY.plusDays(second.startsAfter()))).isTrue();
        assertThat(life.worksOn(DAY.plusDays(second.startsAfter() - 1L))).isFalse();
    }

    private static List<Life> people(int count) {
        var all = new ArrayList<Life>();
        for (int i = 0; i < count; i++) {
            all.add(new Life(i, i, 7, "thrive-into-work", DAY, 18, 64, HABITS));
        }
        return all;
    }
}
