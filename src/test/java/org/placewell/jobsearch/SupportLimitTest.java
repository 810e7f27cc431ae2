package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SupportLimitTest {

    private static final LocalDate BEGAN = LocalDate.of(2026, 3, 2);
    private static final SupportLimit LITE = new SupportLimit(BEGAN, OptionalInt.of(9), OptionalInt.of(4));
    private static final LocalDate TODAY = BEGAN.plusMonths(3);

    @Test
    @DisplayName("Out of work the nine months of search hold, also after a job that has ended")
    void search() {
        assertThat(LITE.endsOn(List.of(), TODAY)).contains(BEGAN.plusMonths(9));
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(1), TODAY.minusDays(1))), TODAY)).contains(BEGAN.plusMonths(9));
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(1), TODAY)), TODAY)).as("today was its last day").contains(BEGAN.plusMonths(9));
    }

    @Test
    @DisplayName("In work the four months hold from the start of the job: before the end of the search or after it")
    void inWork() {
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(1), null)), TODAY)).contains(BEGAN.plusMonths(5));
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(8), null)), BEGAN.plusMonths(9))).contains(BEGAN.plusMonths(12));
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(1), null), job(BEGAN.plusMonths(2), null)), TODAY)).as("the latest job").contains(BEGAN
                .plusMonths(6));
        assertThat(LITE.endsOn(List.of(job(BEGAN.plusMonths(1), null, away(TODAY.minusWeeks(2), TODAY.minusWeeks(1)))), TODAY))
                .as("sick for a week").contains(BEGAN.plusMonths(5));
    }

    @Test
    @DisplayName("A job that the person came with counts from the beginning of support, or from the return to it")
    void held() {
        var link = new SupportLimit(BEGAN, OptionalInt.of(6), OptionalInt.of(3));
        var before = BEGAN.minusYears(2);
        assertThat(link.endsOn(List.of(job(before, null)), TODAY)).contains(BEGAN.plusMonths(3));
        assertThat(link.endsOn(List.of(job(before, null, away(BEGAN.minusDays(30), BEGAN.plusDays(40)))), TODAY)).contains(BEGAN.plusDays(41)
                .plusMonths(3));
        assertThat(link.endsOn(List.of(job(before, null, away(BEGAN.minusDays(90), BEGAN.minusDays(40)))), TODAY)).as("back long before")
                .contains(BEGAN.plusMonths(3));
        assertThat(link.endsOn(List.of(job(before, null, away(BEGAN.minusDays(30), null))), TODAY)).as("still away: six months to go back")
                .contains(BEGAN.plusMonths(6));
    }

    @Test
    @DisplayName("Without a limit for where the person stands there is none")
    void none() {
        var search = new SupportLimit(BEGAN, OptionalInt.of(9), OptionalInt.empty());
        assertThat(search.endsOn(List.of(job(BEGAN, null)), TODAY)).isEmpty();
        assertThat(new SupportLimit(BEGAN, OptionalInt.empty(), OptionalInt.of(4)).endsOn(List.of(), TODAY)).isEmpty();
    }

    @Test
    @DisplayName("People are told of a limit four weeks before it; it is looked at then, on its day, and a week after one that has passed")
    void looks() {
        assertThat(SupportLimit.look(TODAY.plusDays(29), TODAY)).isEqualTo(TODAY.plusDays(1));
        assertThat(SupportLimit.look(TODAY.plusDays(28), TODAY)).isEqualTo(TODAY.plusDays(28));
        assertThat(SupportLimit.look(TODAY.plusDays(1), TODAY)).isEqualTo(TODAY.plusDays(1));
        assertThat(SupportLimit.near(TODAY.plusDays(29), TODAY)).isFalse();
        assertThat(SupportLimit.near(TODAY.plusDays(28), TODAY)).isTrue();
        assertThat(SupportLimit.near(TODAY, TODAY)).isFalse();
        assertThat(SupportLimit.look(TODAY, TODAY)).isEqualTo(TODAY.plusWeeks(1));
    }

    private static JobView.Break away(LocalDate from, LocalDate to) {
        return new JobView.Break(from, to, "SICKNESS");
    }

    private static JobView job(LocalDate from, LocalDate to, JobView.Break... breaks) {
        return new JobView("J-1", "R-1", 1, "Marsh Lane Nursery", "Gardener", EmploymentKind.EMPLOYED, true, false, from, true, 0, to, null,
                List.of(new JobView.Hours(from, 960)), List.of(breaks), List.of(), List.of());
    }
}
