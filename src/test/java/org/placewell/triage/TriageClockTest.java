package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.WorkingDays;
import org.placewell.triage.TriageView.Question;

/** The clock of triage runs in working days and stands still while the referrer has the ball. */
class TriageClockTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    @DisplayName("Working days between two days: the first does not count, the last does, weekends and bank holidays never")
    void between() {
        assertThat(WorkingDays.between(MONDAY, MONDAY)).isZero();
        assertThat(WorkingDays.between(MONDAY, MONDAY.plusDays(1))).isEqualTo(1);
        assertThat(WorkingDays.between(MONDAY, MONDAY.plusDays(6))).isEqualTo(4);
        assertThat(WorkingDays.between(MONDAY.plusDays(6), MONDAY)).isZero();
        assertThat(WorkingDays.between(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 7))).as("over Easter").isEqualTo(1);
    }

    @Test
    @DisplayName("Without questions the team has all its days")
    void plain() {
        var clock = TriageClock.of(MONDAY, 5, List.of(), MONDAY.plusDays(3));
        assertThat(clock).isEqualTo(new TriageClock(5, 3, 0, LocalDate.of(2026, 3, 9), false));
        assertThat(clock.sentence()).isEqualTo("The team has used 3 of 5 working days.");
    }

    @Test
    @DisplayName("An answered question gives back exactly the days it took, not a new start")
    void answered() {
        var clock = TriageClock.of(MONDAY, 5, List.of(question(MONDAY.plusDays(1), MONDAY.plusDays(4))), MONDAY.plusDays(7));
        assertThat(clock).isEqualTo(new TriageClock(5, 2, 3, LocalDate.of(2026, 3, 12), false));
        assertThat(clock.sentence()).isEqualTo("The team has used 2 of 5 working days. 3 working days with the referrer do not count.");
    }

    @Test
    @DisplayName("An open question stops the clock, until its own deadline and no longer")
    void open() {
        var asked = List.of(question(MONDAY.plusDays(1), null));
        var clock = TriageClock.of(MONDAY, 5, asked, MONDAY.plusDays(2));
        assertThat(clock).isEqualTo(new TriageClock(5, 1, 1, LocalDate.of(2026, 3, 10), true));
        assertThat(clock.sentence()).contains("1 working day with the referrer does not count. The clock stands still");
        assertThat(TriageClock.of(MONDAY, 5, asked, MONDAY.plusDays(15))).isEqualTo(new TriageClock(5, 1, 10, LocalDate.of(2026, 3, 23), true));
        assertThat(TriageClock.of(MONDAY, 5, asked, MONDAY.plusDays(16))).isEqualTo(new TriageClock(5, 2, 10, LocalDate.of(2026, 3, 23), false));
    }

    @Test
    @DisplayName("Two questions pause it twice")
    void twice() {
        var clock = TriageClock.of(MONDAY, 5, List.of(question(MONDAY, MONDAY.plusDays(1)), question(MONDAY.plusDays(2), MONDAY.plusDays(7))),
                MONDAY.plusDays(7));
        assertThat(clock).isEqualTo(new TriageClock(5, 1, 4, LocalDate.of(2026, 3, 13), false));
    }

    private static Question question(LocalDate asked, LocalDate answered) {
        return new Question(1, "Which days?", asked, WorkingDays.after(asked, 10), answered == null ? null : "Mornings", answered);
    }
}
