package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("What holds for every decision, tried on random lives")
class CalculatorPropertiesTest {

    private static final int LIVES = Math.min(3000, org.placewell.support.Trials.cases());
    private static final List<String> CONTRACTS = List.of("mhep-haringey-barnet", "mhep-tower-hamlets-mh", "mhep-tower-hamlets-ld", "wla-drug-alcohol");

    private final long seed = org.placewell.support.Trials.seed();
    private final Random random = new Random(seed);
    private final RandomFacts lives = new RandomFacts(random);

    @AfterEach
    void say(TestInfo test) {
        System.out.println("Random seed of '" + test.getDisplayName() + "': -Dseed=" + seed);
    }

    @Test
    @DisplayName("Shares add up to the price to the penny, none is negative, and the same question gets the same answer in every part")
    void sharesAndSameness() {
        for (int i = 0; i < LIVES; i++) {
            var terms = priced(TestTerms.of(CONTRACTS.get(i % 4)), 1 + random.nextInt(200_000));
            var facts = lives.next();
            for (var rule : terms.outcomes()) {
                var decision = Calculator.decide(terms, rule.code(), facts, Uses.none());
                long sum = decision.shares().stream().mapToLong(share -> share.amount().amount()).sum();
                assertThat(sum).isEqualTo(decision.amount().amount());
                assertThat(decision.shares()).allMatch(share -> share.amount().amount() >= 0);
                assertThat(Calculator.decide(terms, rule.code(), facts, Uses.none())).isEqualTo(decision);
                assertWhole(decision, facts);
            }
        }
    }

    @Test
    @DisplayName("What is payable stays payable, for the same money and window, on every later day until the claim date")
    void time() {
        int seen = 0;
        for (int i = 0; i < LIVES; i++) {
            var terms = TestTerms.of(CONTRACTS.get(i % 4));
            var facts = lives.next();
            for (var rule : terms.outcomes()) {
                var decision = Calculator.decide(terms, rule.code(), facts, Uses.none());
                if (decision.isPayable()) {
                    var later = facts.asOf().plusDays(random.nextInt(120));
                    later = later.isAfter(decision.claimBy()) ? decision.claimBy() : later;
                    var again = Calculator.decide(terms, rule.code(), facts.asOf(later), Uses.none());
                    if (!again.text().contains("is paid instead")) {
                        assertThat(again.kind()).as(again.text()).isEqualTo(Kind.PAYABLE);
                        assertThat(again.windowTo()).isEqualTo(decision.windowTo());
                        assertThat(again.shares()).isEqualTo(decision.shares());
                    }
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(LIVES / 30);
    }

    @Test
    @DisplayName("A date foretold as the earliest is the day on which it becomes payable, if nothing changes, and not one day before")
    void foretold() {
        int seen = 0;
        for (int i = 0; i < LIVES; i++) {
            var terms = TestTerms.of("mhep-haringey-barnet");
            var facts = lives.next();
            for (var code : List.of("sustained-under-16h", "sustained-16h-or-more")) {
                var decision = Calculator.decide(terms, code, facts, Uses.none());
                if (decision.kind() == Kind.NOT_YET && decision.earliest() != null && isSteady(facts)) {
                    var on = Calculator.decide(terms, code, facts.asOf(decision.earliest()), Uses.none());
                    assertThat(on.isPayable() || on.text().contains("is paid instead")).as(decision.text() + " / " + on.text()).isTrue();
                    var before = Calculator.decide(terms, code, facts.asOf(decision.earliest().minusDays(1)), Uses.none());
                    assertThat(before.kind()).isEqualTo(Kind.NOT_YET);
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(LIVES / 150);
    }

    @Test
    @DisplayName("More evidence never makes payable engagement unpayable, nor later")
    void evidence() {
        for (int i = 0; i < LIVES; i++) {
            var terms = TestTerms.of(CONTRACTS.get(i % 4));
            var facts = lives.next();
            var before = Calculator.decide(terms, "engagement", facts, Uses.none());
            var more = new ArrayList<>(facts.appointments());
            more.add(new Appointment(facts.referredOn().plusDays(random.nextInt(100)), true));
            var after = Calculator.decide(terms, "engagement", new Facts(facts.referredOn(), facts.acceptedOn(), more, facts.profileCompletedOn(),
                    facts.jobs(), facts.scores(), facts.asOf()), Uses.none());
            if (before.isPayable()) {
                assertThat(after.windowTo()).isBeforeOrEqualTo(before.windowTo());
                assertThat(after.isPayable() || facts.asOf().isAfter(after.windowTo().plusMonths(3))).as(after.text()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("Claiming all that is payable never passes a ceiling: people, total, outcome, payer or period")
    void caps() {
        var capped = TestTerms.read(TestTerms.file("mhep-haringey-barnet").replace("      people: 985\n      total: £1,440,000",
                "      people: 40\n      total: £30,000\n      payers:\n        barnet: £11,000\n      each:\n        quarter: £6,000")
                .replace("        title: Job start", "        title: Job start\n        up-to:\n          count: 12\n          total: £7,700"));
        var claims = new HashMap<String, Used>();
        var payers = new HashMap<String, Pence>();
        var months = new HashMap<YearMonth, Pence>();
        int people = 0;
        for (int person = 0; person < 2000; person++) {
            var own = new ArrayList<Claimed>();
            var facts = lives.next();
            for (var rule : capped.outcomes()) {
                var uses = new Uses(people, !own.isEmpty(), claims, payers, months, own);
                var decision = Calculator.decide(capped, rule.code(), facts, uses);
                if (decision.isPayable()) {
                    people += own.isEmpty() ? 1 : 0;
                    own.add(new Claimed(rule.code(), decision.occurrence(), true));
                    claims.merge(rule.code(), new Used(1, decision.amount()), (a, b) -> new Used(a.count() + 1, a.value().plus(b.value())));
                    decision.shares().forEach(share -> payers.merge(share.payerId(), share.amount(), Pence::plus));
                    months.merge(YearMonth.from(decision.windowTo()), decision.amount(), Pence::plus);
                }
            }
            assertThat(own.stream().map(Claimed::outcome)).doesNotContainSequence("sustained-under-16h", "sustained-16h-or-more");
        }
        var uses = new Uses(people, true, claims, payers, months, List.of());
        assertThat(people).isLessThanOrEqualTo(40);
        assertThat(uses.total().amount()).isPositive().isLessThanOrEqualTo(3_000_000);
        assertThat(uses.count("job-start")).isLessThanOrEqualTo(12);
        assertThat(uses.value("job-start").amount()).isLessThanOrEqualTo(770_000);
        assertThat(uses.payer("barnet").amount()).isLessThanOrEqualTo(1_100_000);
        for (var month : months.keySet()) {
            var quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
            assertThat(uses.from(quarter, 3).amount()).isLessThanOrEqualTo(600_000);
        }
    }

    private static void assertWhole(Decision decision, Facts facts) {
        assertThat(decision.reasons()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(decision.text()).doesNotContain("null").doesNotContain("..");
        switch (decision.kind()) {
            case PAYABLE -> {
                assertThat(decision.windowTo()).isBetween(facts.referredOn(), facts.asOf());
                assertThat(decision.claimBy()).isAfterOrEqualTo(facts.asOf());
                assertThat(decision.missing()).isEmpty();
            }
            case NOT_YET -> {
                assertThat(decision.missing()).isNotEmpty();
                assertThat(decision.earliest() == null || !decision.earliest().isBefore(facts.asOf())).isTrue();
            }
            case NEVER -> assertThat(decision.claimBy()).isNull();
        }
    }

    /** Whether nothing in the facts lies after the day of the question. */
    private static boolean isSteady(Facts facts) {
        return facts.jobs().stream().allMatch(job -> !job.start().isAfter(facts.asOf()) && (job.end() == null || !job.end().isAfter(facts.asOf()))
                && job.hours().stream().noneMatch(hours -> hours.from().isAfter(facts.asOf()))
                && job.breaks().stream().noneMatch(away -> away.to().isAfter(facts.asOf())));
    }

    private static Terms priced(Terms terms, int pence) {
        return terms.with(terms.outcomes().stream().map(rule -> rule.paying(Pence.of(pence))).toList());
    }
}
