package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("Ceilings of a draft against what is paid already")
class CeilingCheckTest {

    private static final String FILE = TestTerms.file("mhep-haringey-barnet");

    @Test
    @DisplayName("A ceiling at what is paid holds; one person or one pound below is named with its place")
    void people() {
        assertThat(passed("people: 985", "people: 20")).isEmpty();
        assertThat(passed("people: 985", "people: 19")).containsExactly(new CeilingCheck.Passed("/limits/people",
                "The ceiling of people is 19, but 20 are paid for or promised already. Choose 20 or more"));
        assertThat(passed("total: £1,440,000", "total: £6,600")).isEmpty();
        assertThat(passed("total: £1,440,000", "total: £6,599.99")).extracting(CeilingCheck.Passed::message)
                .containsExactly("The ceiling of the whole contract is £6,599.99, but £6,600 is paid or promised already. Choose £6,600 or more");
    }

    @Test
    @DisplayName("Each payer's and each outcome's ceiling is looked at; all that are passed are told at once")
    void payersAndOutcomes() {
        assertThat(passed("total: £1,440,000", "total: £6,000\n      payers: { barnet: \"£2,639.99\", lcf: \"£1,320\" }"))
                .extracting(CeilingCheck.Passed::pointer).containsExactly("/limits/total", "/limits/payers/barnet");
        assertThat(passed("        claim-within: 3 months\n        published: \"three", "        up-to: { count: 9, total: \"£3,301\" }\n        claim-within: 3 months\n"
                + "        published: \"three")).extracting(CeilingCheck.Passed::pointer).containsExactly("/outcomes/engagement/up-to/count");
    }

    @Test
    @DisplayName("A period that is over before the draft begins is left alone, one that runs is not")
    void periods() {
        var yearly = "total: £1,440,000\n      each: { quarter: \"£2,000\" }";
        assertThat(passed("total: £1,440,000", yearly)).isEmpty();
        assertThat(passed("total: £1,440,000", yearly.replace("£2,000", "£1,999"))).extracting(CeilingCheck.Passed::pointer)
                .containsExactly("/limits/each/quarter");
    }

    @Test
    @DisplayName("The number of outcomes, of a payer, of a period and an outcome's own amount are looked at like the money, each by itself")
    void numbers() {
        assertThat(passed("total: £1,440,000", "total: £1,440,000\n      outcomes: 15")).isEmpty();
        assertThat(passed("total: £1,440,000", "total: £1,440,000\n      outcomes: 14")).extracting(CeilingCheck.Passed::pointer)
                .containsExactly("/limits/outcomes");
        assertThat(passed("total: £1,440,000", "total: £1,440,000\n      payers: { lcf: { count: 15 } }\n      each: { quarter: { count: 6 } }")).isEmpty();
        assertThat(passed("total: £1,440,000", "total: £1,440,000\n      payers: { lcf: { count: 14 } }\n      each: { quarter: { count: 5 } }"))
                .extracting(CeilingCheck.Passed::pointer).containsExactly("/limits/payers/lcf", "/limits/each/quarter");
        var own = "        claim-within: 3 months\n        published: \"three";
        assertThat(passed(own, "        up-to: { total: £3300 }\n" + own)).as("what other outcomes were paid is not its business").isEmpty();
        assertThat(passed(own, "        up-to: { total: £3299 }\n" + own)).extracting(CeilingCheck.Passed::pointer)
                .containsExactly("/outcomes/engagement/up-to/total");
    }

    private static List<CeilingCheck.Passed> passed(String part, String other) {
        assertThat(FILE).contains(part);
        var draft = TestTerms.read(FILE.replace("effective: 2019-04-01", "effective: 2026-02-01").replace("pays: £1,100", "pays: £900")
                .replace(part, other));
        return CeilingCheck.of(draft, new Uses(20, false,
                Map.of("engagement", new Used(10, Pence.parse("£3,300")), "job-start", new Used(5, Pence.parse("£3,300"))),
                Map.of("haringey", Pence.parse("£2,640"), "barnet", Pence.parse("£2,640"), "lcf", Pence.parse("£1,320")),
                Map.of("haringey", 15, "barnet", 15, "lcf", 15), Map.of(YearMonth.of(2025, 12), Pence.parse("£5,600"), YearMonth.of(2026, 1), Pence.parse("£2,000")),
                Map.of(YearMonth.of(2025, 12), 9, YearMonth.of(2026, 1), 6), List.of()));
    }
}
