package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.PastClaims.Past;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.Pence;

@DisplayName("Past outcomes priced under a draft")
class WhatIfTest {

    private static final List<Past> PAST = List.of(
            past("C-1", "R-1", "job-start", "J-1 2026-01-08 15h day1", "2026-01-09", 70_000),
            past("C-2", "R-2", "job-start", "J-2 2026-01-10 8h worked=4h", "2026-01-12", 70_000),
            past("C-3", "R-1", "sustained-under-16h", "J-1 2026-01-08 15h day1", "2026-04-08", 60_000),
            past("C-4", "R-3", "given-up", "", "2026-04-08", 5_000));

    @Test
    @DisplayName("A new price, a stricter start and an outcome that is gone show in count, amount and difference, by outcome and by payer")
    void differences() {
        var draft = TestTerms.read(TestTerms.file("mhep-haringey-barnet").replace("pays: £700", "pays: £800").replace("            or-hours: 4\n", "")
                .replace("below: 16", "below: 15").replace("from: 16", "from: 15"));

        var whatIf = WhatIf.of(draft, PAST);

        assertThat(whatIf.outcomes()).contains(
                new WhatIf.Line("Job start", 2, Pence.parse("£1,400"), 1, Pence.parse("£800")),
                new WhatIf.Line("13 weeks in work under 16 hours", 1, Pence.parse("£600"), 0, Pence.ZERO),
                new WhatIf.Line("given-up", 1, Pence.parse("£50"), 0, Pence.ZERO));
        assertThat(whatIf.payers()).containsExactly(
                new WhatIf.Line("London Borough of Haringey", 4, Pence.parse("£1,025"), 1, Pence.parse("£320")),
                new WhatIf.Line("London Borough of Barnet", 0, Pence.ZERO, 1, Pence.parse("£320")),
                new WhatIf.Line("Life Chances Fund", 0, Pence.ZERO, 1, Pence.parse("£160")),
                new WhatIf.Line("gone", 4, Pence.parse("£1,025"), 0, Pence.ZERO));
        assertThat(whatIf.total().difference()).isEqualTo(Pence.parse("-1250"));
        assertThat(whatIf.total().difference()).hasToString("−£1,250");
    }

    @Test
    @DisplayName("The draft's ceilings hold across the claims")
    void ceilings() {
        var draft = TestTerms.read(TestTerms.file("mhep-haringey-barnet").replace("people: 985", "people: 1"));
        assertThat(WhatIf.of(draft, PAST).total()).returns(2, WhatIf.Line::underDraft).returns(Pence.parse("£1,300"), WhatIf.Line::draftAmount);
    }

    @Test
    @DisplayName("The draft's steps count the outcomes it pays for; the total stands below them all")
    void steps() {
        var draft = TestTerms.read(TestTerms.file("mhep-haringey-barnet").replace("        title: Job start\n",
                "        title: Job start\n        then: [ { after: 2, pays: £900 } ]\n"));
        var again = new java.util.ArrayList<>(PAST);
        again.add(past("C-5", "R-4", "job-start", "J-1 2026-01-08 15h day1", "2026-04-08", 70_000));
        var whatIf = WhatIf.of(draft, again);
        assertThat(whatIf.outcomes()).contains(new WhatIf.Line("Job start", 3, Pence.parse("£2,100"), 3, Pence.parse("£2,300")));
        assertThat(whatIf.withTotal()).containsSubsequence(whatIf.outcomes()).endsWith(whatIf.total()).hasSize(whatIf.outcomes().size() + 1);
    }

    @Test
    @DisplayName("Amounts read as people write them")
    void amounts() {
        assertThat(Pence.of(0)).hasToString("£0");
        assertThat(Pence.of(5)).hasToString("£0.05");
        assertThat(Pence.of(100_000)).hasToString("£1,000");
        assertThat(Pence.of(-123_456_789)).hasToString("−£1,234,567.89");
    }

    private static Past past(String claim, String referral, String outcome, String jobs, String asked, long pence) {
        return new Past(claim, referral, outcome, new Facts(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 5), List.of(), null, Example.jobs(jobs),
                List.of(), LocalDate.parse(asked)), Pence.of(pence),
                List.of(new PayerShare("haringey", Pence.of(pence / 2)), new PayerShare("gone", Pence.of(pence / 2))));
    }
}
