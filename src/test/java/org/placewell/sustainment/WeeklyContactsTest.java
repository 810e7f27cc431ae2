package org.placewell.sustainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Weekly contact in the first weeks of a job")
class WeeklyContactsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @Test
    @DisplayName("At the end of each week that is still to come when the job is recorded, counted from the first day")
    void weeks() {
        assertThat(asked(0, 4)).containsExactly(7, 14, 21, 28);
        assertThat(asked(6, 4)).containsExactly(7, 14, 21, 28);
        assertThat(asked(7, 4)).containsExactly(14, 21, 28);
        assertThat(asked(27, 4)).containsExactly(28);
        assertThat(asked(0, 1)).containsExactly(7);
        assertThat(asked(-5, 2)).as("recorded before the first day").containsExactly(7, 14);
    }

    @Test
    @DisplayName("Once, a week after it came on the record, where all these weeks were over by then")
    void late() {
        assertThat(asked(28, 4)).containsExactly(35);
        assertThat(asked(200, 4)).containsExactly(207);
        assertThat(asked(7, 1)).containsExactly(14);
    }

    /** The days after the first one on which a contact is asked for, when the job was recorded so many days after it. */
    private static List<Integer> asked(int recorded, int weeks) {
        var days = new ArrayList<Integer>();
        var begun = FIRST.plusDays(recorded);
        for (int day = recorded; day < recorded + 400; day++) {
            var next = WeeklyContacts.next(FIRST, begun, weeks, FIRST.plusDays(day));
            if (next.isPresent() && next.get().equals(FIRST.plusDays(day + 1))) {
                days.add(day + 1);
            }
        }
        return days;
    }
}
