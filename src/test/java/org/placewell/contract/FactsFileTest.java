package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("A file of facts")
class FactsFileTest {

    @Test
    @DisplayName("A job held at referral, kinds of pay, and what the contract has been used for are read as they are written")
    void everything() {
        var file = read("""
                { "referred": "2019-01-07", "asked": "2019-04-07",
                  "jobs": [ { "job": "J-1", "start": "2015-06-01", "held-at-referral": true, "worked": "3h59m",
                    "hours": [ { "from": "2015-06-01", "per-week": "30h" } ],
                    "earnings": [ { "from": "2019-01-07", "to": "2019-01-31", "amount": "£60", "kind": "tax-refund" },
                                  { "from": "2019-02-01", "to": "2019-02-28", "amount": 1200 } ] } ],
                  "claimed": [ { "outcome": "first-meeting", "reached": "2019-01-14", "same-referral": false } ],
                  "used": { "people": 2, "outcomes": { "job-kept": { "count": 2, "amount": "£1,400" } },
                    "payers": { "whu": { "count": 2, "amount": "£1,400" } }, "months": { "2019-03": "£1,400" } } }""");
        assertThat(file.mistakes()).isEmpty();
        var job = file.facts().jobs().get(0);
        assertThat(job.heldAtReferral()).isTrue();
        assertThat(job.minutesWorked()).isEqualTo(239);
        assertThat(job.earnings()).extracting(pay -> pay.kind()).containsExactly(IncomeKind.TAX_REFUND, IncomeKind.WAGES);
        assertThat(file.uses().claimed()).containsExactly(new Claimed("first-meeting", "1", false, LocalDate.of(2019, 1, 14)));
        assertThat(file.uses().outcomes()).containsEntry("job-kept", new Used(2, Pence.parse("£1,400")));
        assertThat(file.uses().payerCount("whu")).isEqualTo(2);
        assertThat(file.uses().months()).containsEntry(YearMonth.of(2019, 3), Pence.parse("£1,400"));
        assertThat(Calculator.decide(TestTerms.of("the-link"), "job-kept", file.facts(), file.uses()).isPayable()).isTrue();
    }

    @Test
    @DisplayName("Two jobs of one reference, an unknown kind of pay and a month that is none are told together")
    void mistakes() {
        assertThat(read("""
                { "referred": "2019-01-07", "asked": "2019-04-07", "used": { "months": { "2019-13": 5 } },
                  "jobs": [ { "job": "J-1", "start": "2019-02-01", "hours": [ { "from": "2019-02-01", "per-week": "30h" } ], "spent": 1,
                    "earnings": [ { "from": "2019-02-01", "to": "2019-02-28", "amount": 12, "kind": "gift" } ] } ] }""").mistakes())
                .extracting(Mistake::line).containsExactly(1, 2, 3);
        assertThat(read("""
                { "referred": "2019-01-07", "asked": "2019-04-07",
                  "jobs": [ { "job": "J-1", "start": "2019-02-01", "hours": [ { "from": "2019-02-01", "per-week": "30h" } ] },
                            { "job": "J-1", "start": "2019-02-01", "hours": [ { "from": "2019-02-31", "per-week": "30h" } ] } ] }""").mistakes())
                .extracting(Mistake::message).containsExactlyInAnyOrder("There are two jobs 'J-1'. Give each its own reference",
                        "There is no day 2019-02-31 in the calendar");
        assertThat(read("").mistakes()).hasSize(1);
        assertThat(read("[]").mistakes()).isNotEmpty();
    }

    private static FactsFile read(String json) {
        return FactsFile.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
