package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.LedgerFilter;
import org.placewell.security.Actor;
import org.placewell.settlement.Settlement;
import org.placewell.shared.Csv;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.StatementView;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Trials;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;

/** Random lives of a contract's money, sixty steps each; after every step the laws hold. One walk for every two thousand cases asked for. */
@PlacewellTest
@Tag("properties")
@DisplayName("Laws of money on random walks")
class MoneyPropertiesTest {

    private static final List<String> PAYERS = List.of("haringey", "barnet", "lcf");
    private static final int ROOM = 9;

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Ledger ledger;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired MovableClock clock;

    private Random random;
    private World.Service service;
    private final List<String> refs = new ArrayList<>();

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 10, 5));
    }

    @Test
    @DisplayName("Whatever people do in whatever order: shares add up, caps hold, the ledger sums to zero and equals the claims, every amount "
            + "recomputes")
    void walks() {
        Trials.run("laws of money on a walk of sixty steps", Trials.cases() / 2000, (generator, seed) -> {
            random = generator;
            int price = 101 + random.nextInt(90_000);
            service = money.service(terms -> terms.replace("people: 985", "people: " + ROOM)
                    .replace("pays: £330", "pays: £" + Csv.pounds(org.placewell.shared.Pence.of(price))));
            refs.clear();
            for (int step = 0; step < 60; step++) {
                step();
                lawsHold(step);
            }
            assertThat(money.breaches()).isEmpty();
        });
    }

    private void step() {
        switch (random.nextInt(9)) {
            case 0, 1 -> open();
            case 2, 3 -> any(refs, ref -> money.in(() -> claims.reserveAmount(ref)));
            case 4 -> attempt(() -> statements.draft(service.contract(), PAYERS.get(random.nextInt(3)), YearMonth.from(clock.today()),
                    service.finance()));
            case 5 -> any(statements(StatementStatus.DRAFT), ref -> random.nextInt(8) == 0 ? withdraw(ref) : instruct(ref));
            case 6 -> any(statements(StatementStatus.INSTRUCTED), this::pay);
            case 7 -> any(refs, ref -> random.nextInt(3) == 0 ? reverse(ref) : reject(ref));
            default -> any(statements(StatementStatus.DRAFT), this::query);
        }
    }

    /** With every place taken the calculator pays for nobody new, and no claim opens. */
    private void open() {
        boolean room = claims.caps(service.contract()).stream().allMatch(cap -> cap.left() > 0);
        var referral = money.inSupport(service);
        money.appointments(referral, service);
        assertThat(claims.ofReferral(referral)).hasSize(room ? 1 : 0);
        claims.ofReferral(referral).forEach(claim -> refs.add(claim.ref()));
    }

    private Object instruct(String ref) {
        money.instruct(ref, service);
        return ref;
    }

    private Object withdraw(String ref) {
        statements.withdraw(ref, service.finance());
        statements.releaseClaims(ref);
        return ref;
    }

    private Object pay(String ref) {
        settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
        statements.close(ref);
        return ref;
    }

    private Object query(String ref) {
        var lines = statements.one(ref, Actor.system()).liveLines();
        if (lines.isEmpty()) {
            return withdraw(ref);
        }
        statements.queryLine(ref, lines.get(random.nextInt(lines.size())).ref(), "Random doubt", service.financeB());
        return ref;
    }

    private Object reverse(String ref) {
        claims.requestReversal(ref, "paidInError", "", service.finance());
        claims.decideReversal(ref, true, service.financeD());
        return ref;
    }

    private Object reject(String ref) {
        claims.rejectClaim(ref);
        return ref;
    }

    private void lawsHold(int step) {
        var where = "step " + step;
        long earned = 0;
        for (var ref : refs) {
            var claim = claims.get(ref);
            if (!claim.shares().isEmpty()) {
                assertThat(claim.shares().stream().mapToLong(share -> share.amount().amount()).sum()).as(where).isEqualTo(claim.amount().amount());
            }
            for (var share : claim.shares()) {
                earned += share.state().equals("INSTRUCTED") || share.state().equals("PAID") ? share.amount().amount() : 0;
            }
        }
        assertThat(claims.caps(service.contract())).as(where).allMatch(cap -> cap.left() >= 0 && cap.reserved() >= 0 && cap.posted() >= 0);
        var filter = new LedgerFilter(service.contract(), null, null, null, null, null, 10, 0);
        var balances = ledger.balances(filter, Actor.system());
        assertThat(balances.stream().mapToLong(balance -> balance.balance().amount()).sum()).as(where).isZero();
        assertThat(balances.stream().filter(balance -> balance.account().startsWith("payable")).mapToLong(balance -> -balance.balance().amount())
                .sum())
                .as(where).isEqualTo(earned);
    }

    private List<String> statements(StatementStatus status) {
        return statements.list(service.finance()).stream().filter(one -> one.status() == status && one.contractRef().equals(service.contract()))
                .map(StatementView::ref).toList();
    }

    private <T> void any(List<T> things, java.util.function.Function<T, Object> work) {
        if (!things.isEmpty()) {
            var thing = things.get(random.nextInt(things.size()));
            attempt(() -> work.apply(thing));
        }
    }

    /** What is refused changes nothing; anything but a refusal fails the test. */
    private static void attempt(java.util.function.Supplier<Object> work) {
        try {
            work.get();
        } catch (Problem refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (IllegalStateException wrongMoment) {
            assertThat(wrongMoment).hasMessageContaining("accepted");
        }
    }
}
