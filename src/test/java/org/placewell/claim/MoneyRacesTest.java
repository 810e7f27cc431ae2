package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.statement.StatementView;
import org.placewell.statement.Statements;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Money when many hands move at once")
class MoneyRacesTest {

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 5, 11));
    }

    @Test
    @DisplayName("200 validations at once against room for 7 people: exactly 7 are reserved")
    void roomForSeven() throws InterruptedException {
        var service = money.service(terms -> terms.replace("people: 985", "people: 7"));
        var refs = IntStream.range(0, 200).mapToObj(i -> money.claim(service)).toList();
        var answers = AtOnce.run(32, refs.stream().map(ref -> (Callable<Boolean>) () -> money.in(() -> claims.reserveAmount(ref))).toList());
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(7);
        assertThat(refs.stream().map(claims::get).filter(claim -> claim.status() == ClaimStatus.RESERVED)).hasSize(7);
        assertThat(refs.stream().map(claims::get).filter(claim -> claim.status() == ClaimStatus.CAP_REACHED)).hasSize(193);
        assertThat(claims.caps(service.contract())).filteredOn(cap -> cap.cap().equals("people"))
                .allMatch(cap -> cap.reserved() == 7 && cap.left() == 0);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("64 approvers of one statement at once: one wins, the others learn that it has moved on")
    void oneApprover() throws InterruptedException {
        var service = money.service();
        money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        var approvers = IntStream.range(0, 64).mapToObj(i -> approver("approver" + service.number() + "-" + i, service.contract())).toList();
        var answers = AtOnce.run(64, approvers.stream().map(actor -> (Callable<Boolean>) () -> approved(ref, 1, actor)).toList());
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        var second = AtOnce.run(64, approvers.stream().map(actor -> (Callable<Boolean>) () -> approved(ref, 2, actor)).toList());
        assertThat(second.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        assertThat(statements.one(ref, service.finance()).approvals()).extracting(StatementView.Approval::username).doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("The same facts seen by many threads at once open one claim")
    void oneClaim() throws InterruptedException {
        var service = money.service();
        var referral = money.inSupport(service);
        jdbc.sql("""
                        insert into vocational_profile (referral_ref, started_on, completed_on, work_wanted, skills, hours_wanted, travel,
                            support_at_work,
                            disclosure, signed, recorded_by)
                        values (?, ?, ?, 'any', 'any', 'notSure', '', '', 'undecided', true, ?)""")
                .params(referral, clock.today(), clock.today(), service.specialist().username()).update();
        AtOnce.run(16, IntStream.range(0, 16).mapToObj(i -> (Callable<Boolean>) () -> {
            money.changed(referral);
            return true;
        }).toList());
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).containsExactly("engagement");
    }

    @Test
    @DisplayName("The same remittance sent by many at once is taken in once")
    void oneRemittance() throws InterruptedException {
        var service = money.service();
        money.reserved(service);
        var ref = money.drafted(service, "barnet");
        money.instruct(ref, service);
        var file = money.remittance(ref);
        var answers = AtOnce.run(16, IntStream.range(0, 16).mapToObj(i -> (Callable<Boolean>) () -> {
            try {
                settlement.importRemittance("paid.csv", file, service.finance());
                return true;
            } catch (Problem problem) {
                assertThat(problem).hasMessageContaining("imported already");
                return false;
            }
        }).toList());
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from journal where kind = 'SETTLED' and statement_ref = ?").param(ref).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Many instructions of one statement and many drafts of one month have one effect")
    void oneInstruction() throws InterruptedException {
        var service = money.service();
        money.reserved(service);
        var drafts = AtOnce.run(8, IntStream.range(0, 8).mapToObj(i -> (Callable<Boolean>) () -> {
            try {
                money.drafted(service, "lcf");
                return true;
            } catch (Problem problem) {
                return false;
            }
        }).toList());
        assertThat(drafts.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        var ref = statements.list(service.finance()).get(0).ref();
        statements.markReady(ref, List.of(), "", service.finance());
        statements.approve(ref, 1, approver("one" + service.number(), service.contract()));
        statements.approve(ref, 2, approver("two" + service.number(), service.contract()));
        AtOnce.run(16, IntStream.range(0, 16).mapToObj(i -> (Callable<Boolean>) () -> {
            statements.instructPayment(ref);
            return true;
        }).toList());
        assertThat(jdbc.sql("select count(*) from payment_instruction where statement_ref = ?").param(ref).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(money.breaches()).isEmpty();
    }

    private boolean approved(String ref, int step, Actor actor) {
        try {
            statements.approve(ref, step, actor);
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    private Actor approver(String username, String contract) {
        jdbc.sql("insert into app_user (username, display_name, password_hash) values (?, ?, 'none')").params(username, username).update();
        people.organisation("approvers", "Approvers", "INTERMEDIARY");
        people.grant(username, Role.FINANCE, "approvers", null, contract);
        return actors.find(username).orElseThrow();
    }
}
