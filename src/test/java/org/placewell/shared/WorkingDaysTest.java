package org.placewell.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Working days in England")
class WorkingDaysTest {

    @Test
    @DisplayName("Offices are closed on exactly the bank holidays of England that gov.uk lists for 2026")
    void bankHolidays() {
        var closed = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !WorkingDays.isWorkingDay(day));
        assertThat(closed).containsExactly(Stream.of("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
                "2026-12-28").map(LocalDate::parse).toArray(LocalDate[]::new));
    }

    @Test
    @DisplayName("Counting skips weekends and bank holidays; a count of zero from a closed day is the next open one")
    void after() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 2), 1)).isEqualTo("2026-04-07");
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 4), 0)).isEqualTo("2026-04-07");
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 24), 2)).isEqualTo("2026-12-30");
    }
}
