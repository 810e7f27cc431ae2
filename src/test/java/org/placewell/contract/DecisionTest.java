package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.Pence;

@DisplayName("Two decisions")
class DecisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Decision ONE = decision(Kind.PAYABLE, "c", 1, "start", "1", 100, DAY, DAY, DAY, DAY);

    @Test
    @DisplayName("agree when they differ in nothing but their words")
    void agree() {
        var said = new Decision(Kind.PAYABLE, "c", 1, "start", "1", Pence.of(100), shares(100), List.of("In other words."), DAY, DAY, DAY,
                List.of("nothing"), DAY);
        assertThat(said.agreesWith(ONE)).isTrue();
        assertThat(ONE.agreesWith(decision(Kind.PAYABLE, "c", 1, "start", "1", 100, DAY, DAY, DAY, DAY))).isTrue();
    }

    @Test
    @DisplayName("differ with any other part: answer, contract, version, outcome, occurrence, amount, shares or a day")
    void differ() {
        var next = DAY.plusDays(1);
        assertThat(List.of(decision(Kind.NEVER, "c", 1, "start", "1", 100, DAY, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "d", 1, "start", "1", 100, DAY, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "c", 2, "start", "1", 100, DAY, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "c", 1, "other", "1", 100, DAY, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "2", 100, DAY, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "1", 101, DAY, DAY, DAY, DAY),
                new Decision(Kind.PAYABLE, "c", 1, "start", "1", Pence.of(100), shares(99), List.of("Payable."), DAY, DAY, DAY, List.of(), DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "1", 100, next, DAY, DAY, DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "1", 100, DAY, next, DAY, DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "1", 100, DAY, DAY, next, DAY),
                decision(Kind.PAYABLE, "c", 1, "start", "1", 100, DAY, DAY, DAY, null)))
                .noneMatch(other -> other.agreesWith(ONE)).noneMatch(ONE::agreesWith);
    }

    @Test
    @DisplayName("tell what each payer pays, and nothing of one without a share")
    void shareOf() {
        assertThat(ONE.shareOf("first")).isEqualTo(Pence.of(100));
        assertThat(ONE.shareOf("nobody")).isEqualTo(Pence.ZERO);
        assertThat(ONE.text()).isEqualTo("Payable. Because.");
    }

    private static Decision decision(Kind kind, String contract, int version, String outcome, String occurrence, long pence, LocalDate from,
            LocalDate to, LocalDate earliest, LocalDate claimBy) {
        return new Decision(kind, contract, version, outcome, occurrence, Pence.of(pence), shares(100), List.of("Payable.", "Because."), from, to,
                earliest, List.of(), claimBy);
    }

    private static List<PayerShare> shares(long pence) {
        return List.of(new PayerShare("first", Pence.of(pence)));
    }
}
