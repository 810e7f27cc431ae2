package org.placewell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.performance.FidelityRules.Part;

class FidelityRulesTest {

    @Test
    @DisplayName("The scale has 25 items: 3 of staffing, 8 of organisation, 14 of services; a total lies between 25 and 125")
    void scale() {
        assertThat(Arrays.stream(FidelityItem.Group.values()).map(group -> FidelityItem.of(group).size())).containsExactly(3, 8, 14);
        assertThat(FidelityItem.values()).allSatisfy(item -> assertThat(item.anchor().isEmpty()).isEqualTo(item.unverified()));
        assertThat(FidelityItem.TEAM_ASSIGNMENT.key()).isEqualTo("teamAssignment");
    }

    @Test
    @DisplayName("Bands: fair is 74 to 99 as printed; the others are marked as not verified")
    void bands() {
        assertThat(List.of(25, 73, 74, 99, 100, 114, 115, 125)).extracting(FidelityBand::of).containsExactly(FidelityBand.NONE, FidelityBand.NONE,
                FidelityBand.FAIR, FidelityBand.FAIR, FidelityBand.GOOD, FidelityBand.GOOD, FidelityBand.EXEMPLARY, FidelityBand.EXEMPLARY);
        assertThat(FidelityBand.FAIR.words()).isEqualTo("Fair fidelity");
        assertThat(FidelityBand.GOOD.words()).endsWith("(limits not verified)");
    }

    @Test
    @DisplayName("Caseload: up to 20 scores 5, 25 scores 4, 30 scores 3, 40 scores 2; part-time counts in proportion")
    void caseload() {
        assertThat(List.of(20, 21, 25, 26, 30, 31, 40, 41)).extracting(people -> FidelityRules.caseload(people, 100).score())
                .containsExactly(5, 4, 4, 3, 3, 2, 2, 1);
        assertThat(FidelityRules.caseload(10, 50).score()).isEqualTo(5);
        assertThat(FidelityRules.caseload(11, 50).score()).isEqualTo(4);
        assertThat(FidelityRules.caseload(31, 150).words()).startsWith("20.6 people");
    }

    @Test
    @DisplayName("Two teams must give 90 % of each caseload; more than 15 % at one employer is short, one person alone is not")
    void parts() {
        assertThat(FidelityRules.teams(List.of(new Part(9, 10), new Part(10, 10))).top()).isTrue();
        assertThat(FidelityRules.teams(List.of(new Part(8, 9))).top()).isFalse();
        assertThat(FidelityRules.teams(List.of()).top()).isNull();
        assertThat(FidelityRules.employers(List.of(new Part(3, 20), new Part(1, 2))).top()).isTrue();
        assertThat(FidelityRules.employers(List.of(new Part(4, 20))).top()).isFalse();
        assertThat(FidelityRules.employers(List.of()).top()).isNull();
    }

    @Test
    @DisplayName("The first employer within 30 days for half of the people; six meetings a week; nothing is told of fewer than five people")
    void timeAndRates() {
        assertThat(FidelityRules.rapid(3, 6).top()).isTrue();
        assertThat(FidelityRules.rapid(3, 7).top()).isFalse();
        assertThat(FidelityRules.rapid(3, 7).words()).isEqualTo("43 % of 7 people met their first employer within 30 days");
        assertThat(FidelityRules.rapid(4, 4).top()).isNull();
        assertThat(FidelityRules.contacts(78, 100, 13).top()).isTrue();
        assertThat(FidelityRules.contacts(77, 100, 13).top()).isFalse();
        assertThat(FidelityRules.contacts(77, 100, 13).words()).startsWith("5.9 ");
        assertThat(FidelityRules.rate(FidelityItem.INCENTIVES, "Advice", 2, 3).words()).isEqualTo("Advice: fewer than 5, not counted");
        assertThat(FidelityRules.rate(FidelityItem.INCENTIVES, "Advice", 2, 6).words()).isEqualTo("Advice: 33 % of 6");
        assertThat(FidelityRules.rate(FidelityItem.INCENTIVES, "Advice", 6, 6).sentence()).isEqualTo("Advice: 100 % of 6");
    }
}
