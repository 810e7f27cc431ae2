package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The age of a debt")
class AgeingTest {

    @ParameterizedTest(name = "{0} days after the due day: {1}")
    @CsvSource({"-30, NOT_DUE", "0, NOT_DUE", "1, DAYS_1_30", "30, DAYS_1_30", "31, DAYS_31_60", "60, DAYS_31_60", "61, DAYS_61_90", "90, DAYS_61_90",
        "91, OVER_90", "5000, OVER_90"})
    void bands(int days, Ageing band) {
        var instructed = LocalDate.of(2026, 2, 3);
        assertThat(Ageing.dueOn(instructed)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(Ageing.of(Ageing.dueOn(instructed), LocalDate.of(2026, 3, 5).plusDays(days))).isEqualTo(band);
    }
}
