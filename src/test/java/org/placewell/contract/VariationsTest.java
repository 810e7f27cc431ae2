package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Variations;

@DisplayName("Which version prices an outcome when a variation also applies to open referrals")
class VariationsTest {

    private static final String OLD = TestTerms.file("mhep-enfield");
    private static final Terms FIRST = TestTerms.read(OLD);
    /** From 1 July 2021 on six weeks are enough, and a start pays more. */
    private static final Terms SECOND = TestTerms.readAll(OLD + OLD.substring(OLD.indexOf("  - effective:")).replace("2020-04-01", "2021-07-01")
            .replace("count: 13", "count: 6").replace("within: 13", "within: 6").replace("£720", "£800")).get(1);
    private static final Variations BOTH = new Variations(List.of(FIRST, SECOND));

    @Test
    @DisplayName("What was reached before the variation's first day stays with the old version; from that day on it is the variation's")
    void firstDay() {
        assertThat(governing("job-start", "J-1 2021-06-30 20h day1", "2021-07-10")).containsExactly(1);
        assertThat(governing("job-start", "J-1 2021-07-01 20h day1", "2021-07-10")).containsExactly(2);
        assertThat(BOTH.newest()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName("Thirteen weeks that end on the last day of the old version are the old version's, one day later the new one's")
    void window() {
        assertThat(governing("sustained", "J-1 2021-04-01 20h", "2021-07-10")).containsExactly(1);
        assertThat(governing("sustained", "J-1 2021-04-02 20h", "2021-07-10")).containsExactly(2);
    }

    @Test
    @DisplayName("Nobody falls between two versions: six weeks that were not enough before are enough from the first day on")
    void lessAsked() {
        assertThat(governing("sustained", "J-1 2021-05-03 20h", "2021-07-10")).containsExactly(2);
    }

    @Test
    @DisplayName("What the old version reached but no longer pays, as it was claimed too late, the new version does not pay either")
    void tooLate() {
        var longer = TestTerms.readAll(OLD + OLD.substring(OLD.indexOf("  - effective:")).replace("2020-04-01", "2021-07-01")
                .replace("claim-within: 3 months", "claim-within: 24 months")).get(1);
        var variations = new Variations(List.of(FIRST, longer));
        var facts = facts("J-1 2021-03-10 20h day1", "2021-12-01");
        assertThat(Calculator.decide(longer, "job-start", facts, Uses.none()).isPayable()).isTrue();
        assertThat(variations.governs(longer, Calculator.decide(longer, "job-start", facts, Uses.none()), facts)).isFalse();
    }

    /** The versions that pay the outcome and may. */
    private static List<Integer> governing(String outcome, String jobs, String asked) {
        var facts = facts(jobs, asked);
        return BOTH.versions().stream().filter(terms -> {
            var decision = Calculator.decide(terms, outcome, facts, Uses.none());
            return decision.isPayable() && BOTH.governs(terms, decision, facts);
        }).map(Terms::version).toList();
    }

    private static Facts facts(String jobs, String asked) {
        return new Facts(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 8), List.of(), null, Example.jobs(jobs), List.of(), LocalDate.parse(asked));
    }
}
