package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.browser.Browsing;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.security.Actor;
import org.placewell.settlement.ExtrapolationView.State;
import org.placewell.settlement.SampleView.Line;
import org.placewell.settlement.SampleView.Result;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("The check after payment")
class SamplesTest {

    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired Claims claims;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 5, 11));
    }

    @Test
    @DisplayName("is drawn once for all claims paid with one statement; asked again, and drawn again from its seed, it is the same")
    void drawn() {
        var service = money.service(terms -> terms.replace("sample: 1 in 10", "sample: 1 in 2"));
        var refs = paid(service, 5);
        var answers = refs.stream().map(ref -> money.in(() -> settlement.drawSample(ref))).toList();
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).as("one in two of five, rounded up").hasSize(3);
        assertThat(refs.stream().map(ref -> money.in(() -> settlement.drawSample(ref)))).isEqualTo(answers);
        var sample = settlement.samples(service.validator()).stream().filter(one -> one.contractRef().equals(service.contract())).findFirst().orElseThrow();
        assertThat(sample.lines()).hasSize(5);
        assertThat(sample.again()).isTrue();
        assertThat(sample.waiting()).isEqualTo(3);
        assertThat(settlement.extrapolation(sample.statementRef(), service.finance()).state()).isEqualTo(State.NOT_IN_TERMS);
        assertThatThrownBy(() -> settlement.sample(sample.statementRef(), money.service().finance())).isInstanceOf(Problem.NotFound.class);
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("does not touch a claim that is not paid")
    void notPaid() {
        assertThat(money.in(() -> settlement.drawSample(money.reserved(money.service())))).isFalse();
    }

    @Test
    @DisplayName("planted by hand against its seed is named by the comparison of the books")
    void planted() {
        var service = money.service();
        var refs = paid(service, 2);
        batch(service, refs, ref -> "0000000000000000", refs.get(0), false);
        assertThat(settlement.differences(service.finance())).extracting(Difference::between).contains("Sample and its seed");
    }

    @Test
    @DisplayName("failed and taken back is carried over to the claims not drawn: worked out step by step, proposed by one, decided by another, once")
    void extrapolated() {
        var service = money.service();
        var refs = paid(service, 6);
        var statement = batch(service, refs, ref -> SampleDraw.number(7, ref), null, true);
        var sample = settlement.sample(statement, service.finance());
        var drawn = sample.lines().stream().filter(Line::chosen).map(Line::claimRef).toList();
        assertThat(drawn).hasSize(2);
        assertThat(settlement.extrapolation(statement, service.finance()).state()).isEqualTo(State.WAITS);
        assertThatThrownBy(() -> settlement.proposeExtrapolation(statement, service.finance())).hasMessageContaining("every claim drawn");

        check(service, drawn.get(0), "STANDS");
        check(service, drawn.get(1), "FAILS");
        assertThat(settlement.sample(statement, service.finance()).lines()).extracting(Line::result).contains(Result.STANDS, Result.REVERSAL_ASKED);
        claims.decideReversal(drawn.get(1), true, service.financeB());
        assertThat(claims.get(drawn.get(1)).status()).isEqualTo(ClaimStatus.REVERSED);

        var ready = settlement.extrapolation(statement, service.finance());
        assertThat(ready.state()).isEqualTo(State.READY);
        assertThat(ready.amount()).as("one of two failed: half of four times £330").isEqualTo(Pence.of(660_00));
        assertThat(ready.steps()).contains("£330 ÷ £660 × £1,320 = £660, rounded down to the penny.");
        inBrowser(service.finance(), statement, "Propose it", "extrapolationProposal", "propose");
        assertThat(settlement.extrapolationsWaiting(service.financeB())).extracting(ExtrapolationView.Waiting::sample).contains(statement);
        assertThatThrownBy(() -> settlement.proposeExtrapolation(statement, service.financeB())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> settlement.decideExtrapolation(statement, true, service.finance())).hasMessageContaining("You proposed this");
        inBrowser(service.financeB(), statement, "Decide on it", "extrapolationDecision", "agree");
        assertThat(settlement.extrapolation(statement, service.finance()).state()).isEqualTo(State.APPROVED);

        var credit = money.drafted(service, "haringey");
        assertThat(statements.one(credit, service.finance()).total()).as("its part of the failed claim and of the extrapolation")
                .isEqualTo(Pence.of(-132_00 - 264_00));
        assertThat(settlement.differences(service.finance())).isEmpty();
        assertThat(money.breaches()).isEmpty();
    }

    /** The step of one person, clicked from the page of the sample. */
    private void inBrowser(Actor person, String statement, String button, String question, String answer) {
        try (var browsing = new Browsing(port)) {
            var page = browsing.as(person.username(), "correct horse battery", true);
            browsing.open(page, "/money/samples/" + statement);
            browsing.picture(page, "sample-" + answer);
            browsing.press(page, button);
            browsing.picture(page, "extrapolation-" + answer);
            browsing.answer(page, Map.of(question, answer));
            page.click("button[name=_action][value=send]");
            browsing.check(page);
            assertThat(page.locator(".govuk-error-summary").count()).as(Browsing.words(page)).isZero();
            assertThat(browsing.faults()).isEmpty();
        }
    }

    /** So many claims, each paid by all its payers. */
    private List<String> paid(World.Service service, int count) {
        var refs = IntStream.range(0, count).mapToObj(i -> money.reserved(service)).toList();
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var statement = money.drafted(service, payer);
            money.instruct(statement, service);
            settlement.importRemittance("paid.csv", money.remittance(statement), service.finance());
            statements.close(statement);
        }
        assertThat(refs).allMatch(ref -> claims.get(ref).status() == ClaimStatus.PAID);
        return refs;
    }

    /** A draw of one in three with the seed 7, or one with a single claim chosen by hand. */
    private String batch(World.Service service, List<String> refs, java.util.function.UnaryOperator<String> number, String chosen, boolean extrapolate) {
        var statement = jdbc.sql("select ref from statement where contract_ref = ? and payer = 'lcf'").param(service.contract()).query(String.class).single();
        jdbc.sql("insert into sample_batch (statement_ref, contract_ref, contract_version, seed, one_in, least, extrapolate, members, drawn_at) "
                + "values (?, ?, 1, 7, 3, 1, ?, ?, now())").params(statement, service.contract(), extrapolate, refs.size()).update();
        SampleDraw.of(7, 3, 1, refs.stream().map(ref -> new SampleDraw.Member(ref, "engagement")).toList()).forEach(one ->
                jdbc.sql("insert into sample_draw (claim_ref, seed, one_in, chosen, drawn_at, batch, stratum, number) values (?, 7, 3, ?, now(), ?, ?, ?)")
                        .params(one.claimRef(), chosen == null ? one.chosen() : one.claimRef().equals(chosen), statement, one.stratum(),
                                number.apply(one.claimRef())).update());
        return statement;
    }

    /** Stands in for the validator's task, which has tests of its own. */
    private void check(World.Service service, String claim, String decision) {
        jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reason, reviewer, reviewed_at) values (?, 1, 'SAMPLE', ?, ?, ?, now())")
                .params(claim, decision, decision.equals("FAILS") ? "NOT_GENUINE" : null, service.validatorB().username()).update();
        if (decision.equals("FAILS")) {
            claims.reverseAfterSample(claim);
            assertThat(claims.reversals(claim, Actor.system())).hasSize(1);
        }
    }
}
