package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.contract.Contracts;
import org.placewell.contract.RandomTerms;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.PayerShare;
import org.placewell.contract.domain.Terms;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.settlement.HeldMoney;
import org.placewell.settlement.Settlement;
import org.placewell.shared.Csv;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.References;
import org.placewell.statement.QuickStatements;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Trials;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims that are reversed leave every balance as they found it, whatever happened to them before: on PostgreSQL, under random terms, one
 * transaction for some thirty claims that share statements and remittances; it is rolled back at its end.
 */
@PlacewellTest
@Tag("properties")
@DisplayName("Reversal restores every balance")
class ReversalPropertiesTest {

    private static final int TOGETHER = 40;
    private static final int PEOPLE = 12;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @Autowired MoneyWorld money;
    @Autowired Balances balances;
    @Autowired ClaimStore store;
    @Autowired Caps caps;
    @Autowired Claims claims;
    @Autowired Contracts contracts;
    @Autowired QuickStatements quick;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired References references;
    @Autowired Referrals referrals;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final Map<Long, World.Service> services = new HashMap<>();
    private final Map<String, List<String>> supported = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private Random random;
    private World.Service service;
    private Terms terms;
    private long reversed;
    private final Map<String, Integer> before = new TreeMap<>();

    @BeforeEach
    void day() {
        clock.stopAt(TODAY);
    }

    @Test
    @DisplayName("Ledger, ceilings, statements, debts and held money are after a reversal what they were before the claim")
    void restores() {
        int cases = Math.max(1, Trials.cases() / 2);
        Trials.run("reversal restores every balance, until so many claims were reversed", cases / 8, (generator, seed) -> {
            if (reversed >= cases) {
                return;
            }
            random = generator;
            service = services.computeIfAbsent(Math.floorDiv(seed, 25), key -> money.service(text -> RandomTerms.cappedText(new Random(key))
                    .replace("contract: made-up", text.substring(text.indexOf("contract: "), text.indexOf('\n', text.indexOf("contract: "))))));
            terms = contracts.inForce(service.contract(), TODAY);
            supported.computeIfAbsent(service.contract(), key -> Stream.generate(() -> money.inSupport(service)).limit(PEOPLE).toList());
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                batch();
                jdbc.sql("set constraints all immediate").update();
            });
        });
        System.out.println("claims reversed: " + reversed + ", by what they were: " + before);
        assertThat(reversed).isGreaterThanOrEqualTo(cases < 1000 ? 1 : cases);
    }

    private void batch() {
        files.clear();
        var stayers = open(random.nextInt(6), new ArrayList<>());
        live(stayers, false);
        everyPayer(payer -> draft(payer).ifPresent(ref -> quick.instruct(ref, approvers())));
        var takenBefore = balances.taken(service.contract());
        var askedBefore = balances.asked(service.contract(), service.finance());
        var linesBefore = lines(stayers);
        var heldBefore = settlement.toPlace(service.finance());

        var claims = open(TOGETHER + random.nextInt(6), referralsOf(stayers));
        var left = live(claims, true);
        left.forEach(this::reverse);
        assertThat(balances.taken(service.contract())).isEqualTo(takenBefore);
        assertThat(balances.wrongCounters(service.contract())).isEmpty();

        everyPayer(payer -> draft(payer).ifPresent(ref -> quick.instruct(ref, approvers())));
        settleAll(claims);
        giveBack(heldBefore);
        assertThat(balances.asked(service.contract(), service.finance())).isEqualTo(askedBefore);
        assertThat(balances.taken(service.contract())).isEqualTo(takenBefore);
        assertThat(lines(stayers)).isEqualTo(linesBefore);
        for (var claim : claims) {
            assertThat(store.get(claim).status()).isEqualTo(ClaimStatus.REVERSED);
            assertThat(balances.leftOf(claim)).isEmpty();
        }
    }

    /** New claims with room under every ceiling: of few people, so that some share a place, also with those of others. */
    private List<String> open(int count, List<String> known) {
        var refs = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var from = !known.isEmpty() && random.nextInt(3) == 0 ? known : supported.get(service.contract());
            var referral = referrals.get(from.get(random.nextInt(from.size())));
            var rule = terms.outcomes().get(random.nextInt(terms.outcomes().size()));
            var amount = Pence.of(1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 2_500));
            var reached = TODAY.minusDays(random.nextInt(70));
            var ref = references.claim();
            var claim = new Claim(ref, service.contract(), 1, referral.ref(), referral.person().id(), rule.code(), "job " + ref, ClaimStatus.OPEN, amount,
                    reached, reached, reached.plusYears(1), 1, null, clock.instant(), clock.instant());
            assertThat(store.open(claim)).isTrue();
            var decision = new Decision(Decision.Kind.PAYABLE, claim.contractRef(), 1, rule.code(), "1", amount, shares(amount), List.of(), reached,
                    reached, null, List.of(), null);
            if (caps.reserve(claim, terms, decision) == null) {
                store.shares(ref, decision.shares());
                store.move(ref, ClaimStatus.RESERVED);
                refs.add(ref);
            }
        }
        return refs;
    }

    private List<PayerShare> shares(Pence amount) {
        var shares = new ArrayList<PayerShare>();
        long left = amount.amount();
        for (int i = 0; i < terms.payers().size(); i++) {
            long part = i == terms.payers().size() - 1 ? left : random.nextInt(4) == 0 ? 0 : random.nextLong(left + 1);
            shares.add(new PayerShare(terms.payers().get(i).id(), Pence.of(part)));
            left -= part;
        }
        return shares;
    }

    /** Drafts, doubts, instructions, payments and reversals in any order. @return the claims that nobody has reversed */
    private List<String> live(List<String> claims, boolean reversals) {
        var standing = new ArrayList<>(claims);
        var drafts = new ArrayList<String>();
        for (int step = random.nextInt(28); step > 0; step--) {
            switch (random.nextInt(reversals ? 6 : 4)) {
                case 0 -> everyPayer(payer -> {
                    if (random.nextInt(3) > 0) {
                        draft(payer).ifPresent(drafts::add);
                    }
                });
                case 1 -> {
                    for (int i = random.nextInt(drafts.size() + 1); i > 0; i--) {
                        quick.instruct(drafts.remove(random.nextInt(drafts.size())), approvers());
                    }
                }
                case 2 -> pay(claims);
                case 3 -> {
                    if (!drafts.isEmpty() && !claims.isEmpty() && random.nextInt(3) == 0) {
                        quick.query(drafts.get(random.nextInt(drafts.size())), claims.get(random.nextInt(claims.size())));
                    }
                }
                default -> {
                    for (int i = random.nextInt(4); i > 0 && !standing.isEmpty(); i--) {
                        reverse(standing.remove(random.nextInt(standing.size())));
                    }
                }
            }
        }
        drafts.forEach(ref -> quick.instruct(ref, approvers()));
        Collections.shuffle(standing, random);
        return standing;
    }

    private Optional<String> draft(String payer) {
        return quick.draft(service.contract(), payer, YearMonth.from(TODAY), service.finance());
    }

    private void reverse(String ref) {
        before.merge(store.get(ref).status().name(), 1, Integer::sum);
        if (random.nextInt(5) == 0) {
            var unchanged = balances.taken(service.contract());
            claims.requestReversal(ref, "payerDispute", "", service.financeB());
            claims.decideReversal(ref, false, service.finance());
            assertThat(balances.taken(service.contract())).isEqualTo(unchanged);
        }
        claims.requestReversal(ref, "paidInError", "", service.finance());
        claims.decideReversal(ref, true, service.financeB());
        reversed++;
    }

    /** A remittance of some lines: exact, in parts, too much, a second time. */
    private void pay(List<String> claims) {
        var lines = new ArrayList<Line>();
        for (var line : lines(claims)) {
            long open = line.amount();
            if (random.nextInt(4) > 0) {
                long paid = switch (random.nextInt(8)) {
                    case 0 -> open / 2;
                    case 1 -> open + Long.signum(line.asked()) * (1L + random.nextInt(900));
                    default -> open == 0 ? line.asked() : open;
                };
                if (paid != 0) {
                    lines.add(new Line(line.statement(), line.ref(), line.asked(), paid));
                }
            }
        }
        send(lines);
    }

    private void settleAll(List<String> claims) {
        send(lines(claims).stream().filter(line -> line.amount() != 0).toList());
    }

    private void send(List<Line> lines) {
        var text = new StringBuilder("statement,claim,amount\n");
        lines.forEach(line -> text.append(line.statement()).append(',').append(line.ref()).append(',').append(Csv.pounds(Pence.of(line.amount())))
                .append('\n'));
        text.append("TOTAL,").append(lines.size()).append(',').append(Csv.pounds(Pence.of(lines.stream().mapToLong(Line::amount).sum()))).append('\n');
        if (!lines.isEmpty() && files.add(text.toString())) {
            settlement.importRemittance("paid.csv", text.toString().getBytes(StandardCharsets.UTF_8), service.finance());
            lines.stream().map(Line::statement).distinct().forEach(statements::close);
        }
    }

    /** Money that came in beyond what was asked goes back to the payer, decided by two people. */
    private void giveBack(List<HeldMoney> heldBefore) {
        var known = heldBefore.stream().map(HeldMoney::id).toList();
        for (var held : settlement.toPlace(service.finance())) {
            if (!known.contains(held.id())) {
                settlement.giveBack(held.id(), Pence.of(Math.abs(held.unplaced().amount())), "Paid twice", service.finance());
                settlement.placings(service.finance()).stream().filter(one -> one.status().equals("PROPOSED"))
                        .forEach(move -> settlement.decidePlacing(move.id(), true, service.financeB()));
            }
        }
    }

    /** The instructed lines of claims with what is open on them, oldest first. */
    private List<Line> lines(List<String> claims) {
        return jdbc.sql("""
                        select i.statement_ref, i.claim_ref, i.amount, i.amount + coalesce((select sum(p.amount) from journal j
                                join posting p on p.journal_id = j.id and p.account like 'receivable%'
                                where j.claim_ref = i.claim_ref and j.statement_ref = i.statement_ref and j.kind = 'SETTLED'), 0)
                        from payment_instruction i where i.claim_ref = any (cast(? as text[])) order by i.id""")
                .param(ClaimStore.array(claims))
                .query((r, n) -> new Line(r.getString(1), r.getString(2), r.getLong(3), r.getLong(4))).list();
    }

    private List<String> referralsOf(List<String> claims) {
        return claims.stream().map(ref -> store.get(ref).referralRef()).toList();
    }

    private void everyPayer(Consumer<String> work) {
        terms.payers().forEach(payer -> work.accept(payer.id()));
    }

    private List<Actor> approvers() {
        return List.of(service.financeC(), service.financeD());
    }

    private record Line(String statement, String ref, long asked, long amount) {}
}
