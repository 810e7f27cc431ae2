package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.placewell.claim.Claims;
import org.placewell.database.CountedStatements;
import org.placewell.performance.Performance;
import org.placewell.workflow.EngineCommands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends the referrals of a scenario through one contract on an otherwise empty database and follows them for a year and a half. */
@Component
public class Simulation {

    /** All simulations begin on this Monday, so that a seed gives the same year on every machine. */
    static final LocalDate START = LocalDate.of(2022, 1, 3);

    private final Services services;
    private final Cast cast;
    private final LimitedVersion limited;
    private final Claims claims;
    private final Performance performance;
    private final EngineCommands commands;
    private final ObjectProvider<CountedStatements> statements;

    Simulation(Services services, Cast cast, LimitedVersion limited, Claims claims, Performance performance, EngineCommands commands,
            ObjectProvider<CountedStatements> statements) {
        this.services = services;
        this.cast = cast;
        this.limited = limited;
        this.claims = claims;
        this.performance = performance;
        this.commands = commands;
        this.statements = statements;
    }

    /** The references of the contracts that can be simulated. */
    public List<String> contracts() {
        return services.contracts().all().stream().map(contract -> contract.ref()).toList();
    }

    /**
     * Runs the simulation; leaves the clock at its end.
     *
     * @param contract a contract's reference
     * @param progress told, in per cent, how far it has come
     */
    public Result run(Scenario scenario, String contract, int referrals, long seed, IntConsumer progress) {
        var began = System.nanoTime();
        services.clock().runFrom(START);
        var company = cast.simulation(contract, scenario.specialists(referrals));
        if (scenario == Scenario.IPS_LITE) {
            limited.from(contract, START.plusDays(Scenario.SECOND_ARM_AFTER));
        }
        var cohort = services.contracts().inForce(contract, START).cohort();
        var walker = new Walker(services, List.of(company));
        for (int i = 0; i < referrals; i++) {
            var life = new Life(i, scenario.fate(i), seed, contract, scenario.referredOn(START, i, referrals), Math.max(18, cohort.ageFrom().orElse(18)),
                    Math.min(64, cohort.ageTo().orElse(64)), scenario.habits());
            walker.add(life);
        }
        var end = START.plusDays(scenario.followedDays());
        int payers = services.contracts().inForce(contract, START).payers().size();
        walker.payments(contract, START, end.minusDays(60), payers > 5 ? 3 : 1);
        long commandsBefore = commands.count();
        long statementsBefore = sql();
        walker.walk(START, end, day -> progress.accept((int) (100 * (day.toEpochDay() - START.toEpochDay()) / scenario.followedDays())));
        progress.accept(100);
        var figures = performance.stages(contract);
        var totals = claims.totals(contract);
        return new Result(scenario.code(), contract, referrals, new Published(Course.all(services.jdbc(), contract), end).of(scenario), figures,
                totals.outcomes().stream().map(one -> new Outcome(one.code(), one.claimed(), one.accepted(), one.rejected(), one.paid(), one.amount())).toList(),
                totals.ledger().payers().stream().map(one -> new Payer(one.id(), one.amount())).toList(),
                new Books(totals.ledger().journals(), totals.ledger().postings(), totals.ledger().sum()),
                new PerReferral((commands.count() - commandsBefore) / referrals, (sql() - statementsBefore) / referrals),
                (System.nanoTime() - began) / 1_000_000_000, walker.refusals());
    }

    private long sql() {
        return statements.stream().mapToLong(CountedStatements::count).sum();
    }

    /**
     * What came of it.
     *
     * @param comparisons beside what is published
     * @param seconds of the machine's time
     * @param refusals what the services refused on the way, by kind; not part of the report
     */
    public record Result(String scenario, String contract, int referrals, List<Comparison> comparisons, Performance.Stages stages, List<Outcome> outcomes, List<Payer> payers, Books ledger,
            PerReferral perReferral, long seconds, List<String> refusals) {}

    /** One outcome's claims; the amount is what was paid. */
    public record Outcome(String code, long claimed, long accepted, long rejected, long paid, long amountPence) {}

    /** What came in from one payer. */
    public record Payer(String id, long amountPence) {}

    /** The ledger in three numbers; the sum is zero unless something is broken. */
    public record Books(long journals, long postings, long sumPence) {}

    /** Work per referral, rounded down. */
    public record PerReferral(long engineCommands, long sqlStatements) {}
}
