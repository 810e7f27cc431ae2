package org.placewell.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.triage.HandBackReason;

class ReferralStatusTest {

    @Test
    @DisplayName("An ended referral goes nowhere; every open one can end")
    void ends() {
        for (var status : ReferralStatus.values()) {
            assertThat(status.isOpen()).as(status.name()).isEqualTo(!ReferralStatus.MOVES.next(status).isEmpty());
            if (status.isOpen()) {
                assertThat(ReferralStatus.MOVES.next(status)).as(status.name()).contains(ReferralStatus.ENDED);
            }
        }
    }

    @Test
    @DisplayName("Support begins only through an offered place, and nobody comes back from the end")
    void moves() {
        assertThat(ReferralStatus.MOVES.before(ReferralStatus.IN_SUPPORT)).containsExactly(ReferralStatus.OFFERED);
        assertThat(ReferralStatus.MOVES.before(ReferralStatus.RECEIVED)).containsExactly(ReferralStatus.WITH_REFERRER);
        assertThat(ReferralStatus.MOVES.allows(ReferralStatus.ENDED, ReferralStatus.WAITING)).isFalse();
        assertThat(ReferralStatus.MOVES.allows(ReferralStatus.WITH_REFERRER, ReferralStatus.HANDED_BACK)).isFalse();
    }

    @Test
    @DisplayName("No end or hand-back reason names a diagnosis, health, a substance or benefits")
    void zeroExclusion() {
        var forbidden = "(?i).*(diagnos|symptom|health|\\bill|substance|drug|alcohol|addict|benefit|\\bready|readiness|motivat|risk|offence).*";
        assertThat(Arrays.stream(HandBackReason.values()).map(reason -> reason.code() + " " + reason.label()).map(text -> text.replace("will ", "")))
                .noneMatch(text -> text.matches(forbidden));
        assertThat(Arrays.stream(EndReason.values()).map(EndReason::code)).noneMatch(code -> code.matches(forbidden));
    }
}
