package org.placewell.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutreachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    @DisplayName("Attempts count once a day, and in at least two ways; what is missing is said")
    void counts() {
        var none = new Outreach(List.of(), 3);
        assertThat(none.missing()).isEqualTo("attempts on 3 more days, and at least two ways of contact");
        var sameDay = none.and(by(0, "TELEPHONE")).and(by(0, "LETTER")).and(by(0, "TELEPHONE"));
        assertThat(sameDay.enough()).isFalse();
        assertThat(sameDay.missing()).isEqualTo("attempts on 2 more days");
        var oneWay = none.and(by(0, "TELEPHONE")).and(by(1, "TELEPHONE")).and(by(2, "TELEPHONE"));
        assertThat(oneWay.enough()).isFalse();
        assertThat(oneWay.missing()).isEqualTo("another way of contact");
        var enough = oneWay.and(by(2, "CARE_TEAM"));
        assertThat(enough.enough()).isTrue();
        assertThat(enough.missing()).isEmpty();
        assertThat(sameDay.and(by(1, "LETTER")).missing()).isEqualTo("an attempt on one more day");
    }

    @Test
    @DisplayName("A contract that wants a single day still wants two ways")
    void single() {
        var once = new Outreach(List.of(by(0, "TELEPHONE")), 1);
        assertThat(once.enough()).isFalse();
        assertThat(once.and(by(0, "TEXT_MESSAGE")).enough()).isTrue();
    }

    private static Outreach.Attempt by(int days, String how) {
        return new Outreach.Attempt(DAY.plusDays(days), how);
    }
}
