package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Facts;
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

    @Test
    @DisplayName("What is not said is the usual: attended, competitive work, the same referral; what is said is read as it stands")
    void usual() {
        var file = read("""
                { "referred": "2019-01-07", "accepted": "2019-01-07", "asked": "2019-04-07",
                  "appointments": [ { "on": "2019-01-14" }, { "on": "2019-01-15", "attended": false }, { "on": "2019-01-16", "attended": true } ],
                  "scores": [ { "measure": "swemwbs", "on": "2019-01-14", "value": 21 } ],
                  "jobs": [ { "job": "J-1", "start": "2019-02-01", "end": "2019-02-01", "hours": [ { "from": "2019-02-01", "per-week": "15h30m" } ],
                      "breaks": [ { "from": "2019-02-01", "to": "2019-02-01" } ] },
                    { "job": "J-2", "start": "2019-02-01", "competitive": false, "hours": [ { "from": "2019-02-01", "per-week": "16h" } ] },
                    { "job": "J-3", "start": "2019-02-01", "competitive": true, "hours": [ { "from": "2019-02-01", "per-week": "16h" } ] } ],
                  "claimed": [ { "outcome": "first-meeting" }, { "outcome": "first-meeting", "occurrence": "2", "same-referral": true } ] }""");
        assertThat(file.mistakes()).isEmpty();
        assertThat(file.facts().appointments()).extracting(Facts.Appointment::attended).containsExactly(true, false, true);
        assertThat(file.facts().scores()).containsExactly(new Facts.Score("swemwbs", LocalDate.of(2019, 1, 14), 21));
        assertThat(file.facts().jobs()).extracting(Facts.JobSpell::competitive).containsExactly(true, false, true);
        assertThat(file.facts().jobs().get(0).hours()).containsExactly(new Facts.HoursPeriod(LocalDate.of(2019, 2, 1), 930));
        assertThat(file.facts().jobs().get(0).breaks()).containsExactly(new Facts.Break(LocalDate.of(2019, 2, 1), LocalDate.of(2019, 2, 1)));
        assertThat(file.uses().claimed()).extracting(Claimed::occurrence).containsExactly("1", "2");
        assertThat(file.uses().people()).as("who has claimed before is one of the people paid for").isEqualTo(1);
        assertThat(file.uses().personCounted()).isTrue();
        var nothing = read("{ \"referred\": \"2019-01-07\", \"asked\": \"2019-04-07\" }").uses();
        assertThat(nothing.people()).isZero();
        assertThat(nothing.personCounted()).isFalse();
        assertThat(read("{ \"referred\": \"2019-01-07\", \"asked\": \"2019-04-07\", \"used\": { \"people\": 5 } }").uses().people()).isEqualTo(5);
    }

    @Test
    @DisplayName("A second day before the first is told at the second, everywhere; a file that is no text is told as such")
    void order() {
        assertThat(read("""
                { "referred": "2019-01-07",
                  "accepted": "2019-01-06",
                  "asked": "2019-01-05",
                  "jobs": [ { "job": "J-1", "start": "2019-02-02",
                    "end": "2019-02-01", "hours": [ { "from": "2019-02-02", "per-week": "16h" } ],
                    "breaks": [ { "from": "2019-02-03",
                       "to": "2019-02-02" } ],
                    "earnings": [ { "from": "2019-02-03", "amount": 5,
                       "to": "2019-02-02" } ] } ] }""").mistakes()).extracting(Mistake::line, Mistake::message).containsExactly(
                tuple(2, "'accepted' lies before 'referred'"), tuple(3, "'asked' lies before 'referred'"), tuple(5, "'end' lies before 'start'"),
                tuple(7, "'to' lies before 'from'"), tuple(9, "'to' lies before 'from'"));
        assertThat(FactsFile.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}).mistakes()).isNotEmpty();
    }

    private static FactsFile read(String json) {
        return FactsFile.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
