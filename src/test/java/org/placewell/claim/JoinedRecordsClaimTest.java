package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.referral.SamePerson;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.statement.DueView;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is paid once for a person is paid once also when the person turns out to have had two records. */
@PlacewellTest
class JoinedRecordsClaimTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

    @Autowired
    MoneyWorld money;
    @Autowired
    Claims claims;
    @Autowired
    Referrals referrals;
    @Autowired
    SamePerson samePerson;
    @Autowired
    Statements statements;
    @Autowired
    Settlement settlement;
    @Autowired
    AuditTrail audit;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    private World.Service service;
    private String kept;
    private String merged;
    private String keptClaim;
    private String mergedClaim;
    private long apart;

    /** Two records, each with an open claim for the outcome that is paid once per person. */
    @BeforeEach
    void twoRecords() {
        clock.stopAt(DAY);
        service = money.service(terms -> terms.replace("once-per: referral", "once-per: client"));
        kept = money.inSupport(service);
        merged = money.inSupport(service);
        keptClaim = money.engaged(kept, service);
        mergedClaim = money.engaged(merged, service);
        referrals.endEarly(merged, EndReason.WITHDREW, DAY, service.leader());
    }

    @Test
    @DisplayName("Paid on the one record, open on the other, the records joined: a validator's yes does not make it payable again")
    void paidOnce() {
        assertThat(reserve(keptClaim)).isTrue();
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var statement = money.drafted(service, payer);
            money.instruct(statement, service);
            settlement.importRemittance("paid.csv", money.remittance(statement), service.finance());
            statements.close(statement);
        }
        assertThat(claims.get(keptClaim).status()).isEqualTo(ClaimStatus.PAID);
        assertThat(claims.get(mergedClaim).status()).isEqualTo(ClaimStatus.OPEN);
        join();
        assertThatThrownBy(this::reserveBySql).hasStackTraceContaining("paid once for a person");
        assertThat(reserve(mergedClaim)).isFalse();
        assertThat(claims.get(mergedClaim).status()).isEqualTo(ClaimStatus.NOT_PAYABLE);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Both accepted at the same moment: one is paid")
    void atOnce() throws Exception {
        join();
        AtOnce.run(2, Stream.of(keptClaim, mergedClaim).<Callable<Boolean>>map(claim -> () -> reserve(claim)).toList());
        assertThat(Stream.of(keptClaim, mergedClaim).map(claim -> claims.get(claim).status()))
                .containsExactlyInAnyOrder(ClaimStatus.RESERVED, ClaimStatus.NOT_PAYABLE);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Both accepted before the records were joined: the later one leaves its draft, goes on no statement, and finance is asked; no door pays it")
    void acceptedBeforeTheJoin() {
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
        var draft = money.drafted(service, "haringey");
        assertThat(lines(draft)).hasSize(2);
        join();
        var first = keptClaim.compareTo(mergedClaim) < 0 ? keptClaim : mergedClaim;
        var second = first.equals(keptClaim) ? mergedClaim : keptClaim;
        assertThat(lines(draft)).containsExactly(first);
        var page = Visitor.at(port, service.finance()).get("/statements").text();
        assertThat(page).contains("Held back: two records of one person", second, first + " goes before it");
        assertThat(statements.due(service.contract(), service.finance()).stream().filter(due -> due.payer().equals("barnet")).map(DueView::lines)).containsExactly(1L);
        assertThat(jdbc.sql("select count(*) from message where case_ref = ? and template = 'claimHeldBack'").param(second).query(Integer.class).single())
                .isEqualTo(4);
        assertThat(audit.of(claims.get(second).referralRef()).stream().filter(line -> line.action().equals("claim.held-back"))).singleElement()
                .returns(second, AuditEntry::detail);
        for (var finance : List.of(service.finance(), service.financeB(), service.financeC())) {
            assertThat(jdbc.sql("select count(*) from message where username = ? and template = 'claimHeldBack'").param(finance.username())
                    .query(Integer.class).single()).isEqualTo(1);
        }
        var barnet = money.drafted(service, "barnet");
        assertThat(lines(barnet)).containsExactly(first);
        money.instruct(draft, service);
        assertThatThrownBy(() -> money.in(() -> jdbc.sql("insert into statement_line (statement_ref, claim_ref, payer, kind, amount, state)"
                + " select ?, claim_ref, payer, 'CLAIM', amount, 'LIVE' from claim_share where claim_ref = ? and payer = 'barnet'")
                .params(barnet, second).update() + jdbc.sql("insert into payment_instruction (statement_ref, claim_ref, payer, kind, amount, instructed_at)"
                + " select statement_ref, claim_ref, payer, kind, amount, now() from statement_line where statement_ref = ? and claim_ref = ?")
                .params(barnet, second).update())).hasStackTraceContaining("goes before it");
        assertThat(money.breaches()).isEmpty();
        samePerson.separate(kept, samePerson.of(kept).get(0).id(), "Two cousins; both came to the desk", service.leader());
        assertThat(statements.heldBack(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Between the second approval and the instruction records with money on that statement are not joined; once it is instructed they are")
    void joinWaitsForTheInstruction() {
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
        var statement = money.drafted(service, "haringey");
        statements.markReady(statement, List.of(), "", service.finance());
        statements.approve(statement, 1, service.financeB());
        statements.approve(statement, 2, service.financeC());
        assertThatThrownBy(this::join).isInstanceOf(Problem.Stale.class).hasMessageContaining(statement);
        statements.instructPayment(statement);
        assertThat(statements.one(statement, service.finance()).status()).isEqualTo(StatementStatus.INSTRUCTED);
        assertThat(lines(statement)).hasSize(2);
        join();
    }

    @Test
    @DisplayName("Joined when nobody looked yet: an open statement is not approved with the line; one approved twice waits until the records are separated")
    void joinedByAnOlderRelease() {
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
        var frozen = money.drafted(service, "haringey");
        statements.markReady(frozen, List.of(), "", service.finance());
        statements.approve(frozen, 1, service.financeB());
        statements.approve(frozen, 2, service.financeC());
        var open = money.drafted(service, "barnet");
        statements.markReady(open, List.of(), "", service.finance());
        joinAsBefore(merged, kept);
        var second = keptClaim.compareTo(mergedClaim) < 0 ? mergedClaim : keptClaim;

        assertThatThrownBy(() -> statements.approve(open, 1, service.financeB())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("held-back");
            assertThat(problem).hasMessageContaining(second);
        });
        statements.queryLine(open, second, "Another record has it", service.financeB());
        statements.approve(open, 1, service.financeB());
        assertThat(lines(open)).doesNotContain(second).hasSize(1);

        assertThatThrownBy(() -> statements.instructPayment(frozen)).hasStackTraceContaining("goes before it");
        separateAsBefore(merged);
        statements.instructPayment(frozen);
        assertThat(lines(frozen)).hasSize(2);
        claims.requestReversal(second, "paidInError", "One person after all", service.finance());
        claims.decideReversal(second, true, service.financeB());
        join();
        assertThat(claims.get(second).status()).isEqualTo(ClaimStatus.REVERSED);
        assertThat(money.breaches()).isEmpty();
    }

    /** A join as it was done before statements were looked at: the rows only. */
    private void joinAsBefore(String from, String to) {
        apart = referrals.get(from).person().id();
        long stays = referrals.get(to).person().id();
        jdbc.sql("update person set joined_to = ? where id = ?").params(stays, apart).update();
        jdbc.sql("update referral set person_id = ? where ref = ?").params(stays, from).update();
    }

    private void separateAsBefore(String from) {
        jdbc.sql("update referral set person_id = ? where ref = ?").params(apart, from).update();
        jdbc.sql("update person set joined_to = null where id = ?").param(apart).update();
    }

    @Test
    @DisplayName("A ceiling on people counts two records of one person once, and twice again when they are separated")
    void peopleCountOnce() {
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
        assertThat(people()).isEqualTo(2);
        join();
        assertThat(people()).isEqualTo(1);
        assertThat(money.breaches()).isEmpty();
        samePerson.separate(kept, samePerson.of(kept).get(0).id(), "Two cousins; both came to the desk", service.leader());
        assertThat(people()).isEqualTo(2);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Separated again, each person has a place, whichever of the two claims held the one place while they were one")
    void eachAPlace() {
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
        for (var holder : List.of(keptClaim, mergedClaim)) {
            join();
            jdbc.sql("update cap_use set quantity = case when claim_ref = ? then 1 else 0 end where cap = 'people' and claim_ref in (?, ?)")
                    .params(holder, keptClaim, mergedClaim).update();
            samePerson.separate(kept, samePerson.of(kept).get(0).id(), "Two cousins; both came to the desk", service.leader());
            assertThat(people()).isEqualTo(2);
        }
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("The records separated again: two people, each paid for once")
    void separated() {
        join();
        samePerson.separate(kept, samePerson.of(kept).get(0).id(), "Two cousins; both came to the desk", service.leader());
        assertThat(reserve(keptClaim)).isTrue();
        assertThat(reserve(mergedClaim)).isTrue();
    }

    private List<String> lines(String statement) {
        return jdbc.sql("select claim_ref from statement_line where statement_ref = ? and state = 'LIVE' and claim_ref in (?, ?) order by 1")
                .params(statement, keptClaim, mergedClaim).query(String.class).list();
    }

    private long people() {
        return claims.caps(service.contract()).stream().filter(cap -> cap.cap().equals("people")).mapToLong(cap -> cap.reserved() + cap.posted()).sum();
    }

    private void join() {
        samePerson.join(kept, merged, false, "The same voice", service.leader());
    }

    private boolean reserve(String claim) {
        return money.in(() -> claims.reserveAmount(claim));
    }

    private void reserveBySql() {
        jdbc.sql("update outcome_claim set status = 'RESERVED' where ref = ?").param(mergedClaim).update();
    }
}
