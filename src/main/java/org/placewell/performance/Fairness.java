package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.ContractSummary;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether waits are fair: how long people of different teams, needs, ethnicity and sex wait, never a name or a small number. */
@Service
@Transactional(readOnly = true)
public class Fairness {

    /** The team as both its names: who refers, and who serves. */
    private static final String WAITS = """
            select cast(:days as integer) as days, c.name || ' (' || o.name || ')' as team, r.need, p.ethnicity, p.sex
            from waiting_entry e join referral r on r.ref = e.referral_ref join person p on p.id = r.person_id
            join team c on c.id = r.clinical_team_id join team t on t.id = e.team_id join organisation o on o.id = t.organisation_id
            """;
    private static final String NOW = WAITS.replace(":days", "cast(:today as date) - e.joined_on")
            + "where e.contract_ref = :contract and e.status in ('WAITING', 'OFFERED')";
    private static final String PLACED = WAITS.replace(":days", "f.answered_on - e.joined_on")
            + "join waiting_offer f on f.referral_ref = e.referral_ref and f.answer = 'accepted'"
            + " where e.contract_ref = :contract and e.status = 'PLACED' and f.answered_on > cast(:today as date) - 365";

    private final JdbcClient jdbc;
    private final Performance performance;
    private final MovableClock clock;

    Fairness(JdbcClient jdbc, Performance performance, MovableClock clock) {
        this.jdbc = jdbc;
        this.performance = performance;
        this.clock = clock;
    }

    /**
     * The waits of a contract: those who wait today, and those who took a place within the last 365 days.
     *
     * @throws org.placewell.shared.Problem.NotFound when the actor may not see the contract's performance or there is none
     */
    public Page page(String contract, Actor actor) {
        return new Page(performance.visible(contract, actor), List.of(new Part("People who wait now", "now", lines(NOW, contract)),
                new Part("People who took a place in the last 12 months", "placed", lines(PLACED, contract))));
    }

    /** The same numbers for a spreadsheet. */
    public String csv(String contract, Actor actor) {
        var rows = new ArrayList<List<Object>>();
        for (var part : page(contract, actor).parts()) {
            part.comparisons().forEach(comparison -> comparison.lines().forEach(line -> rows.add(List.of(part.title(), comparison.heading(), line.group(),
                    line.people(), line.median(), line.longest()))));
        }
        return SafeCsv.of(List.of("Who", "Compared by", "Group", "People", "Median wait in weeks", "Longest wait in weeks"), rows);
    }

    private List<Comparison> lines(String sql, String contract) {
        var waits = jdbc.sql(sql).param("contract", contract).param("today", clock.today()).query((row, n) -> new Waits.Wait(row.getInt("days"),
                row.getString("team"), row.getString("need"), row.getString("ethnicity"), row.getString("sex"))).list();
        return Waits.compare(waits).stream().map(one -> new Comparison(one.heading(), one.lines().stream().map(Line::of).toList())).toList();
    }

    /** What the page shows. */
    public record Page(ContractSummary contract, List<Part> parts) {}

    /** One set of people, compared in several ways; the key names its place on the page. */
    public record Part(String title, String key, List<Comparison> comparisons) {

        /** Whether even everybody together are too few to be shown. */
        public boolean fewerThanFive() {
            var lines = comparisons.get(0).lines();
            return lines.get(lines.size() - 1).people().equals("hidden");
        }
    }

    /** One comparison, a line a group. */
    public record Comparison(String heading, List<Line> lines) {}

    /** One group in words and numbers as shown. */
    public record Line(String group, String people, String median, String longest) {
        static Line of(Waits.Line line) {
            return line.people() == null ? new Line(line.group(), "hidden", "", "") : new Line(line.group(), line.people().toString(),
                    line.medianWeeks() == null ? "" : line.medianWeeks().toString(), line.longestWeeks() == null ? "" : line.longestWeeks().toString());
        }
    }
}
