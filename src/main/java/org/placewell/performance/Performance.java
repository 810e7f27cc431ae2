package org.placewell.performance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.placewell.claim.CapView;
import org.placewell.claim.Claims;
import org.placewell.contract.ContractSummary;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts of a contract's pathway: never a name, never a single person's row, never a small number. */
@Service
@Transactional(readOnly = true)
public class Performance {

    private final Figures figures;
    private final Contracts contracts;
    private final Claims claims;

    Performance(JdbcClient jdbc, MovableClock clock, Contracts contracts, Claims claims) {
        this.figures = new Figures(jdbc, clock);
        this.contracts = contracts;
        this.claims = claims;
    }

    /** How many people have come how far under a contract, all time; for the program itself, nothing hidden. */
    public Stages stages(String contract) {
        return figures.stages(contract, figures.today());
    }

    /** The contracts whose performance the actor may see. */
    public List<ContractSummary> contracts(Actor actor) {
        var offices = new Actor(actor.username(), actor.name(), actor.grants().stream()
                .filter(grant -> grant.role() == Role.COMMISSIONER || grant.role() == Role.CONTRACT_MANAGER).toList());
        var ofOffice = contracts.visible(offices).stream().map(ContractSummary::ref).toList();
        return contracts.all().stream().filter(contract -> ofOffice.contains(contract.ref()) || leads(contract.ref(), actor)).toList();
    }

    /**
     * A contract's page.
     *
     * @throws Problem.NotFound when the actor may not see it or there is none
     */
    public Report report(String contract, Actor actor) {
        var summary = visible(contract, actor);
        var now = YearMonth.from(figures.today());
        var referrals = figures.referralsByMonth(contract);
        var until = Trends.until(referrals, now);
        var period = Period.before(figures.today());
        var funnel = Funnel.of(figures.stages(contract, until));
        var days = figures.daysToFirstJob(contract, until);
        Integer median = days.size() < Suppression.SMALLEST ? null : days.get(days.size() / 2);
        var outcomes = new ArrayList<Outcome>();
        for (var one : claims.totals(contract).outcomes()) {
            var shown = Suppression.funnel(List.of(one.claimed(), one.accepted(), one.paid()));
            outcomes.add(new Outcome(title(summary, one.code()), shown.get(0), shown.get(1), shown.get(2)));
        }
        return new Report(summary, until, period, funnel.stream().map(Line::of).toList(), FunnelChart.svg(funnel), figures.waited(contract, period), median,
                outcomes, claims.caps(contract), Trends.of(figures.waitsForWork(contract, until), referrals, figures.startsByMonth(contract), now));
    }

    /** Everybody accepted up to a day, nothing hidden. */
    long accepted(String contract, LocalDate until) {
        return figures.stages(contract, until).accepted();
    }

    /** A contract whose performance the actor may see. */
    ContractSummary visible(String contract, Actor actor) {
        return contracts(actor).stream().filter(one -> one.ref().equals(contract)).findFirst().orElseThrow(() -> new Problem.NotFound("this contract"));
    }

    /** The funnel as a file for a spreadsheet. */
    public String csv(String contract, Actor actor) {
        return PerformanceFiles.funnel(report(contract, actor));
    }

    /** Referrals and job starts by month or quarter as a file, small numbers hidden as on the page. */
    public String monthsCsv(String contract, Actor actor) {
        return PerformanceFiles.months(report(contract, actor).trends());
    }

    /** Both in one workbook, a sheet each. */
    public byte[] xlsx(String contract, Actor actor) {
        return PerformanceFiles.xlsx(report(contract, actor));
    }

    private String title(ContractSummary contract, String code) {
        return contracts.terms(contract.ref(), contract.version()).outcome(code).map(rule -> rule.title()).orElse(code);
    }

    private boolean leads(String contract, Actor actor) {
        return actor.grants().stream()
                .anyMatch(grant -> grant.role() == Role.TEAM_LEADER && figures.serves(grant.organisation(), grant.team(), contract));
    }

    /**
     * People by how far they have come; each counts in every stage reached.
     *
     * @param referred everybody referred
     * @param accepted accepted by triage
     * @param waiting on the waiting list at this moment
     * @param engaged with a completed vocational profile or three attended appointments
     * @param jobStarts with at least one competitive job start
     * @param sustained13w with a job held for thirteen weeks without a break
     */
    public record Stages(long referred, long accepted, long waiting, long engaged, long jobStarts, long sustained13w) {}

    /**
     * What the page shows.
     *
     * @param until the day up to which people are counted by stage
     * @param period up to whose last day those who wait are counted
     * @param chart the funnel as SVG
     * @param waiting people who waited then, or null when hidden
     * @param medianDays from the place to the first job, half of the people were faster; null when fewer than five
     */
    public record Report(ContractSummary contract, LocalDate until, Period period, List<Line> funnel, String chart, Long waiting, Integer medianDays, List<Outcome> outcomes,
            List<CapView> caps, Trends trends) {}

    /** One outcome's claims; null where a number is hidden. */
    public record Outcome(String title, Long claimed, Long accepted, Long paid) {}

    /** One stage of the funnel, in words and numbers as shown. */
    public record Line(String stage, String count, String percent, String expected, String range, String verdict, String source) {
        static Line of(Funnel.Stage stage) {
            var mark = stage.benchmark();
            return new Line(stage.name(), stage.shown(), stage.percent() == null ? "" : stage.percent() + "\u00a0%",
                    stage.expected() == null || mark.source().isEmpty() ? "" : stage.expected().toString(),
                    mark.source().isEmpty() ? "" : mark.low() + " to " + mark.high() + "\u00a0%", stage.verdict(), mark.source());
        }
    }
}
