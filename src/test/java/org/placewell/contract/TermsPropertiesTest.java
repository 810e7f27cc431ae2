package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.shared.Pence;
import org.placewell.support.Trials;

@Tag("properties")
@DisplayName("What holds under any terms, tried on random terms and random lives")
class TermsPropertiesTest {

    /** So many cases share their terms: reading a file takes longer than pricing a life. */
    private static final int SHARED = 8;
    private static final Pattern PRICE = Pattern.compile("\n        pays: (\\S+)\n");

    @Test
    @DisplayName("Terms are read without a mistake, twice the same; the parts of a price make it up; every rule reads as one sentence")
    void reading() {
        Trials.run("terms read as sentences", Trials.cases() / SHARED, (random, seed) -> {
            var text = RandomTerms.text(random);
            var terms = TestTerms.read(text);
            assertThat(TestTerms.read(text)).isEqualTo(terms);
            var prices = PRICE.matcher(text).results().map(found -> Pence.parse(found.group(1))).toList();
            for (int i = 0; i < prices.size(); i++) {
                var whole = "outcome-" + i;
                assertThat(terms.outcomes().stream().filter(rule -> rule.whole().equals(whole)).mapToLong(rule -> rule.pays().amount()).sum())
                        .as("the parts of a price make it up").isEqualTo(prices.get(i).amount());
            }
            assertThat(Sentences.diff(terms, TestTerms.read(text))).isEmpty();
            for (var rule : terms.outcomes()) {
                var sentence = Sentences.of(terms, rule);
                assertThat(sentence).endsWith(".").doesNotContain("null").doesNotContain("  ").doesNotContain(" ,").contains("Payer", "a person", "claimed within");
            }
        });
    }

    @Test
    @DisplayName("Shares add up to the price, the same question gets the same answer, and each answer is whole")
    void whole() {
        Trials.run("decisions are whole", (random, seed) -> {
            var terms = open(seed);
            var facts = new RandomFacts(random).next();
            for (var rule : terms.outcomes()) {
                for (var decision : Calculator.decideAll(terms, rule.code(), facts, Uses.none())) {
                    whole(decision, facts);
                }
                var one = Calculator.decide(terms, rule.code(), facts, Uses.none());
                assertThat(Calculator.decide(terms, rule.code(), facts, Uses.none())).isEqualTo(one);
                assertThat(Calculator.decideAll(terms, rule.code(), facts, Uses.none())).contains(one);
            }
        });
    }

    private static void whole(Decision decision, Facts facts) {
        assertThat(decision.shares()).allMatch(share -> share.amount().amount() >= 0);
        assertThat(decision.shares().stream().mapToLong(share -> share.amount().amount()).sum()).isEqualTo(decision.amount().amount());
        assertThat(decision.reasons()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(decision.text()).doesNotContain("null").doesNotContain("..");
        switch (decision.kind()) {
            case PAYABLE -> {
                assertThat(decision.windowTo()).isBetween(facts.referredOn(), facts.asOf());
                assertThat(decision.windowFrom()).isBeforeOrEqualTo(decision.windowTo());
                assertThat(decision.claimBy()).isAfterOrEqualTo(facts.asOf());
                assertThat(decision.missing()).isEmpty();
            }
            case NOT_YET -> {
                assertThat(decision.missing()).isNotEmpty();
                assertThat(decision.windowTo()).isNull();
                assertThat(decision.earliest() == null || !decision.earliest().isBefore(facts.asOf())).isTrue();
            }
            case NEVER -> assertThat(decision.claimBy()).isNull();
        }
    }

    @Test
    @DisplayName("What is payable stays payable for the same money until its claim date, and was not payable before the day it was reached")
    void time() {
        Trials.run("payable stays payable", (random, seed) -> {
            var terms = open(seed);
            var facts = new RandomFacts(random).next();
            for (var rule : terms.outcomes()) {
                var decision = Calculator.decide(terms, rule.code(), facts, Uses.none());
                if (decision.isPayable()) {
                    var later = facts.asOf().plusDays(random.nextInt(150));
                    later = later.isAfter(decision.claimBy()) ? decision.claimBy() : later;
                    var again = again(terms, rule, facts.asOf(later), decision);
                    if (!again.text().contains("is paid instead")) {
                        assertThat(again.isPayable()).as(again.text()).isTrue();
                        assertThat(again.windowTo()).isEqualTo(decision.windowTo());
                        assertThat(again.shares()).isEqualTo(decision.shares());
                    }
                    var before = again(terms, rule, facts.asOf(decision.windowTo().minusDays(1)), decision);
                    assertThat(before.isPayable() && before.occurrence().equals(decision.occurrence())).isFalse();
                    var after = again(terms, rule, facts.asOf(decision.claimBy().plusDays(1)), decision);
                    assertThat(after.isPayable()).as(after.text()).isFalse();
                }
            }
        });
    }

    /** The answer for the same occurrence on another day; the first answer where that occurrence is not there. */
    private static Decision again(Terms terms, OutcomeRule rule, Facts facts, Decision before) {
        var all = Calculator.decideAll(terms, rule.code(), facts, Uses.none());
        return all.stream().filter(one -> one.occurrence().equals(before.occurrence())).findFirst().orElse(all.get(0));
    }

    @Test
    @DisplayName("No ceiling is ever passed, and nothing is refused for which there is room")
    void ceilings() {
        Trials.run("ceilings hold and are used", Trials.cases() / 30, (random, seed) -> {
            var terms = RandomTerms.capped(random);
            var lives = new RandomFacts(random);
            var tally = new Tally();
            for (int person = 0; person < 30; person++) {
                var facts = lives.next();
                var own = new ArrayList<Claimed>();
                for (var rule : terms.outcomes()) {
                    claim(terms, rule, facts, tally, own);
                }
                assertThat(tally.holds(terms)).as("person %d", person).isTrue();
            }
        });
    }

    private static void claim(Terms terms, OutcomeRule rule, Facts facts, Tally tally, List<Claimed> own) {
        var uses = tally.uses(own);
        var decision = Calculator.decide(terms, rule.code(), facts, uses);
        if (decision.isPayable()) {
            assertThat(tally.hasRoom(terms, rule, decision, !own.isEmpty())).as(decision.text()).isTrue();
            tally.add(decision, own.isEmpty());
            own.add(new Claimed(rule.code(), decision.occurrence(), true, decision.windowTo()));
            return;
        }
        var unlimited = Calculator.decideAll(terms, rule.code(), facts, Uses.alone(own));
        var limited = Calculator.decideAll(terms, rule.code(), facts, uses);
        for (int i = 0; i < unlimited.size(); i++) {
            if (unlimited.get(i).isPayable()) {
                var refused = limited.get(i);
                assertThat(refused.kind()).isEqualTo(Kind.NEVER);
                assertThat(tally.hasRoom(terms, rule, refused, !own.isEmpty())).as(refused.text()).isFalse();
                assertThat(refused.text()).containsAnyOf("is left", "that many are reached");
            }
        }
    }

    @Test
    @DisplayName("At one price the order of arrival changes neither how many are paid nor how much, only who is last")
    void order() {
        Trials.run("order of arrival", Trials.cases() / 15, (random, seed) -> {
            var some = RandomTerms.capped(random);
            var rule = some.outcomes().get(0);
            // With room by month, who has two jobs may take the room of either month, and be in another's way or not.
            boolean onceEach = rule.oncePer() == OncePer.CLIENT || rule.oncePer() == OncePer.REFERRAL;
            boolean onePrice = some.limits().periods().isEmpty() || rule.steps().isEmpty() && onceEach;
            var several = onePrice ? some : RandomTerms.flat(random);
            var terms = several.with(several.outcomes().subList(0, 1));
            var lives = new RandomFacts(random);
            var people = new ArrayList<Facts>();
            for (int i = 0; i < 15; i++) {
                people.add(lives.next());
            }
            var one = arrive(terms, people);
            Collections.shuffle(people, random);
            var other = arrive(terms, people);
            assertThat(other.count()).isEqualTo(one.count());
            assertThat(other.total()).isEqualTo(one.total());
        });
    }

    @Test
    @DisplayName("At several prices under one ceiling, two orders differ by less than the price of the one who is last")
    void mixedOrder() {
        Trials.run("order of arrival at several prices", Trials.cases() / 15, (random, seed) -> {
            var terms = RandomTerms.flat(random);
            var lives = new RandomFacts(random);
            var people = new ArrayList<Facts>();
            for (int i = 0; i < 15; i++) {
                people.add(lives.next());
            }
            long one = arrive(terms, people).total();
            Collections.shuffle(people, random);
            long other = arrive(terms, people).total();
            long dearest = terms.outcomes().stream().mapToLong(rule -> rule.pays().amount()).max().orElseThrow();
            assertThat(Math.abs(one - other)).isLessThan(dearest);
            assertThat(Math.max(one, other)).isLessThanOrEqualTo(terms.limits().total().amount());
        });
    }

    private static Tally arrive(Terms terms, List<Facts> people) {
        var tally = new Tally();
        for (var facts : people) {
            var own = new ArrayList<Claimed>();
            for (var rule : terms.outcomes()) {
                claim(terms, rule, facts, tally, own);
            }
        }
        return tally;
    }

    private static Terms open(long seed) {
        return RandomTerms.open(new Random(Math.floorDiv(seed, SHARED)));
    }
}
