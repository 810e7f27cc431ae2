package org.placewell.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.TestTerms;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("Rules of the language that its larger examples leave over")
class LeftOverTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Terms HARINGEY = TestTerms.of("mhep-haringey-barnet");

    @Test
    @DisplayName("The ceiling in all is met to the penny; a penny more is not paid")
    void inAll() {
        var facts = visits(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
        assertThat(Calculator.decide(HARINGEY, "engagement", facts, used("£1,439,670")).isPayable()).isTrue();
        var full = Calculator.decide(HARINGEY, "engagement", facts, used("£1,439,670.01"));
        assertThat(full.isPayable()).isFalse();
        assertThat(full.reasons()).anyMatch(reason -> reason.contains("in all"));
    }

    @Test
    @DisplayName("Visits count in the order in which they were, however they are written down")
    void order() {
        var decision = Calculator.decide(HARINGEY, "engagement", visits(DAY.plusDays(9), DAY.plusDays(2), DAY.plusDays(5)), Uses.none());
        assertThat(decision).returns(DAY.plusDays(2), Decision::windowFrom).returns(DAY.plusDays(9), Decision::windowTo);
    }

    @Test
    @DisplayName("A change of score is one of its own measure, and waits for the outcome that it counts from")
    void scores() {
        var terms = TestTerms.read(everything().replace("at: 2 months after referral", "at: 2 months after start"));
        var other = scored(new Score("swemwbs", DAY, 20), new Score("swemwbs", DAY.plusMonths(2), 30));
        assertThat(Calculator.decide(TestTerms.read(everything()), "better", other, Uses.none()).reasons())
                .anyMatch(reason -> reason.contains("No confidence score yet"));
        var waits = Calculator.decide(terms, "better", scored(new Score("confidence", DAY, 20), new Score("confidence", DAY.plusMonths(2), 30)), Uses.none());
        assertThat(waits.kind()).isEqualTo(Decision.Kind.NOT_YET);
        assertThat(waits.reasons()).anyMatch(reason -> reason.contains("The second confidence score counts from"));
    }

    @Test
    @DisplayName("Days that have left the window no longer count: two days with one between them are not two within two")
    void rolling() {
        var terms = TestTerms.read(everything().replace("count: 60, within: 100 days", "count: 2, within: 2 days"));
        for (int pause : new int[] {0, 1}) {
            var breaks = pause == 0 ? List.<Facts.Break>of() : List.of(new Facts.Break(DAY.plusDays(8), DAY.plusDays(8)));
            var job = new Facts.JobSpell("J-1", DAY.plusDays(7), DAY.plusDays(7 + 1 + pause), List.of(new Facts.HoursPeriod(DAY.plusDays(7), 960)), breaks,
                    WorkKind.EMPLOYED, false, true, false, 1, 0, List.of());
            var facts = new Facts(DAY, DAY, List.of(), null, List.of(job), List.of(), DAY.plusDays(40));
            assertThat(Calculator.decide(terms, "days", facts, Uses.none()).isPayable()).as("a day off between: " + pause).isEqualTo(pause == 0);
        }
    }

    @Test
    @DisplayName("Of two ceilings by period the one that changes is told, and no other")
    void periods() {
        var file = TestTerms.file("mhep-haringey-barnet").replace("total: £1,440,000",
                "total: £1,440,000\n      each: { month: £5000, quarter: £9000 }");
        assertThat(Sentences.diff(TestTerms.read(file), TestTerms.read(file.replace("£9000", "£9100")))).singleElement().asString()
                .contains("The ceiling of a quarter").contains("£9,100");
    }

    @Test
    @DisplayName("Many payers are named by equal shares; those without a name are counted; one alone has its share, not each")
    void payers() {
        var terms = TestTerms.of("mhep-enfield");
        var unnamed = Stream.generate(() -> new Share("enfield-commissioner", 1000, null)).limit(6);
        var shares = Stream.concat(Stream.of(new Share("lcf", 2000, null), new Share("enfield-commissioner", 2000, null), new Share("lcf", 500, null)),
                unnamed).toList();
        assertThat(Sentences.payers(terms, shares))
                .isEqualTo("the Life Chances Fund and 1 unnamed funder (20% each); the Life Chances Fund (5%); 6 unnamed funders (10% each)");
    }

    @Test
    @DisplayName("The same facts on another day, the same rule at another price and a version with other rules differ in nothing else")
    void others() {
        var facts = visits(DAY);
        assertThat(facts.asOf(DAY).asOf(facts.asOf())).isEqualTo(facts);
        assertThat(facts.asOf(DAY).asOf()).isEqualTo(DAY);
        var rule = HARINGEY.rule("engagement");
        assertThat(rule.paying(Pence.of(7)).pays()).isEqualTo(Pence.of(7));
        assertThat(rule.paying(Pence.of(7)).paying(rule.pays())).isEqualTo(rule);
        assertThat(HARINGEY.with(List.of(rule)).outcomes()).containsExactly(rule);
        assertThat(HARINGEY.with(List.of(rule)).with(HARINGEY.outcomes())).isEqualTo(HARINGEY);
        assertThat(Uses.none().of(true, List.of()).personCounted()).isTrue();
    }

    private static String everything() {
        try (var in = LeftOverTest.class.getResourceAsStream("/everything.yaml")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Uses used(String total) {
        return new Uses(1, false, Map.of("job-start", new Used(1, Pence.parse(total))), Map.of(), Map.of(), List.of());
    }

    private static Facts visits(LocalDate... days) {
        return new Facts(DAY, DAY, Stream.of(days).map(day -> new Appointment(day, true)).toList(), null, List.of(), List.of(), DAY.plusDays(20));
    }

    private static Facts scored(Score... scores) {
        return new Facts(DAY, DAY, List.of(), null, List.of(), List.of(scores), DAY.plusDays(70));
    }
}
