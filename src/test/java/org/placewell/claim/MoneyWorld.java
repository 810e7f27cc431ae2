package org.placewell.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.placewell.contract.Contracts;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.ledger.Ledger;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView.Consents;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Csv;
import org.placewell.shared.MovableClock;
import org.placewell.statement.FinanceDesk;
import org.placewell.statement.Statements;
import org.placewell.support.World;
import org.placewell.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts of their own with people in support under them, so that a test of money starts where money starts. */
@Component
public class MoneyWorld {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final World world;
    private final Referrals referrals;
    private final JobSearch search;
    private final Claims claims;
    private final Statements statements;
    private final Ledger ledger;
    private final FinanceDesk desk;
    private final Contracts contracts;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private Set<String> forgiven = Set.of();

    MoneyWorld(World world, Referrals referrals, JobSearch search, Claims claims, Statements statements, Ledger ledger,
            FinanceDesk desk, Contracts contracts, Processes processes, ApplicationEventPublisher events,
            MovableClock clock, JdbcClient jdbc, TransactionTemplate transaction) {
        this.world = world;
        this.referrals = referrals;
        this.search = search;
        this.claims = claims;
        this.statements = statements;
        this.ledger = ledger;
        this.desk = desk;
        this.contracts = contracts;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A service under a copy of the Haringey and Barnet contract, its terms changed. */
    public World.Service service(UnaryOperator<String> change) {
        var service = withoutOrders(change);
        for (var payer : contracts.inForce(service.contract(), LocalDate.of(2026, 1, 1)).payers()) {
            desk.enterOrder(service.contract(), payer.id(), "PO " + payer.id(), LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31),
                    service.finance());
        }
        return service;
    }

    /** The same, before any payer has sent an order. */
    public World.Service withoutOrders(UnaryOperator<String> change) {
        var ref = "money-test-" + NUMBER.incrementAndGet();
        var yaml = change.apply(terms().replace("contract: mhep-haringey-barnet", "contract: " + ref));
        jdbc.sql("""
                        insert into contract_version (contract_ref, version, status, effective_from, terms, sha256, proposed_by, proposed_at,
                            activated_by,
                            activated_at)
                        values (:ref, 1, 'ACTIVE', date '2019-04-01', :terms, encode(sha256(convert_to(:terms, 'UTF8')), 'hex'), 'release', now(),
                            'system',
                            now())""")
                .param("ref", ref).param("terms", yaml).update();
        return world.under(ref);
    }

    public World.Service service() {
        return service(UnaryOperator.identity());
    }

    /** Somebody in support with the service's specialist since today. */
    public String inSupport(World.Service service) {
        int n = NUMBER.incrementAndGet();
        return in(() -> {
            var ref = referrals.submit(new NewReferral(service.contract(), service.clinicalTeam(),
                    new NewReferral.Who("", "notKnown", "Testa" + n, "Example", LocalDate.of(1985, 5, 5), "", "", "Haringey"),
                    new NewReferral.Work("office work", true, 16, "oneToFive", List.of(), false, false),
                    new NewReferral.Health("severeMentalIllness", "", ""), new Consents(true, true, true)), service.clinician());
            processes.end("referral-to-outcome", ref, "the test goes on by itself");
            referrals.accept(ref, Actor.system(), "");
            referrals.move(ref, ReferralStatus.OFFERED, Actor.system(), "", "");
            referrals.assign(ref, service.specialist().username(), Actor.system());
            referrals.move(ref, ReferralStatus.IN_SUPPORT, Actor.system(), "", "");
            return ref;
        });
    }

    /** Three kept appointments today, which is an engagement. */
    public void appointments(String referral, World.Service service) {
        for (int i = 0; i < 3; i++) {
            search.recordAppointment(referral, clock.today(), "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        }
    }

    /** Engagement; returns the claim's reference. */
    public String engaged(String referral, World.Service service) {
        appointments(referral, service);
        return claims.ofReferral(referral).stream().filter(claim -> claim.outcome().equals("engagement")).findFirst().orElseThrow().ref();
    }

    /** A claim for a new person's engagement. */
    public String claim(World.Service service) {
        return engaged(inSupport(service), service);
    }

    /** A validated claim. */
    public String reserved(World.Service service) {
        var claim = claim(service);
        if (!in(() -> claims.reserveAmount(claim))) {
            throw new AssertionError("no room for " + claim);
        }
        return claim;
    }

    /** A job as the record keeps it, without the steps that lead to it. */
    public String job(String referral, LocalDate start, int minutesPerWeek) {
        var ref = "J-" + String.format("%07d", NUMBER.incrementAndGet());
        long employer = jdbc.sql("insert into employer (name, postcode) values (?, '') returning id").param("Employer " + ref).query(Long.class)
                .single();
        jdbc.sql("""
                        insert into job (ref, referral_ref, employer_id, title, kind, competitive, inside_supply_chain, started_on, first_day_full,
                            first_day_minutes, recorded_by, recorded_at) values (?, ?, ?, 'Clerk', 'EMPLOYED', true, false, ?, true, 420, 'system',
                                    now())""")
                .params(ref, referral, employer, start).update();
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, ?, 'system', now())")
                .params(ref, start, minutesPerWeek).update();
        return ref;
    }

    /** Says that the facts of a referral have changed. */
    public void changed(String referral) {
        transaction.executeWithoutResult(status -> events.publishEvent(new FactsChanged(referral)));
    }

    /** A statement of one payer, drafted by the service's first finance person. */
    public String drafted(World.Service service, String payer) {
        return statements.draft(service.contract(), payer, YearMonth.from(clock.today()), service.finance());
    }

    /** The statement checked, approved by two others and instructed. */
    public void instruct(String statement, World.Service service) {
        statements.markReady(statement, List.of(), "", service.finance());
        statements.approve(statement, 1, service.financeB());
        statements.approve(statement, 2, service.financeC());
        statements.instructPayment(statement);
    }

    /** A remittance that pays every line of a statement exactly. */
    public byte[] remittance(String statement) {
        var lines = statements.one(statement, Actor.system()).liveLines();
        var text = new StringBuilder("statement,claim,amount\n");
        long total = 0;
        for (var line : lines) {
            text.append(statement).append(',').append(line.ref()).append(',').append(Csv.pounds(line.amount())).append('\n');
            total += line.amount().amount();
        }
        return text.append("TOTAL,").append(lines.size()).append(',').append(Csv.pounds(org.placewell.shared.Pence.of(total))).append('\n').toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Every breach of the laws of money, whichever room it shows in, but for those forgiven. */
    public List<String> breaches() {
        return in(() -> Stream.of(ledger.breaches(), claims.breaches(), statements.breaches()).flatMap(List::stream))
                .filter(breach -> !forgiven.contains(breach)).toList();
    }

    /** What an earlier, broken program has left behind does not count from now on. */
    public void forgive() {
        forget();
        forgiven = Set.copyOf(breaches());
    }

    /** Everything counts again. */
    public void forget() {
        forgiven = Set.of();
    }

    public <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static String terms() {
        try (var in = MoneyWorld.class.getResourceAsStream("/contracts/mhep-haringey-barnet/terms.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
