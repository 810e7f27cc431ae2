package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.placewell.contract.ContractSummary;
import org.placewell.referral.EndReason;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.triage.HandBackReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether waits are fair: how long people of different teams, needs, ethnicity and sex wait, and who of them goes without a place, never
 * a name or a small number.
 */
@Service
@Transactional(readOnly = true)
public class Fairness {

    /** The team as both its names: who refers, and who serves. */
    private static final String GROUPS = """
             as days, c.name || ' (' || o.name || ')' as team, r.need, p.ethnicity, p.sex, %s as reason
            from referral r join person p on p.id = r.person_id join team c on c.id = r.clinical_team_id
            join team t on t.id = r.team_id join organisation o on o.id = t.organisation_id
            """;
    private static final String ENTRY = "join waiting_entry e on e.referral_ref = r.ref ";
    private static final String OF_CONTRACT = " where r.contract_ref = :contract and ";
    private static final String LAST_YEAR = " > cast(:today as date) - 365 and ";
    private static final String NOW = "select cast(:today as date) - e.joined_on" + GROUPS.formatted("null") + ENTRY
            + OF_CONTRACT + "e.status in ('WAITING', 'OFFERED')";
    private static final String PLACED = "select f.answered_on - e.joined_on" + GROUPS.formatted("null") + ENTRY
            + "join waiting_offer f on f.referral_ref = e.referral_ref and f.answer = 'accepted'"
            + OF_CONTRACT + "f.answered_on" + LAST_YEAR + "e.status = 'PLACED'";
    private static final String LEFT = "select r.ended_on - e.joined_on" + GROUPS.formatted("r.end_reason") + ENTRY
            + OF_CONTRACT + "r.ended_on" + LAST_YEAR + "e.status in ('LEFT', 'ENDED')";
    private static final String HANDED_BACK = "select cast(g.decided_at at time zone 'Europe/London' as date) - r.referred_on"
            + GROUPS.formatted("g.hand_back_reason") + "join triage g on g.referral_ref = r.ref"
            + OF_CONTRACT + "cast(g.decided_at at time zone 'Europe/London' as date)" + LAST_YEAR + "r.status = 'HANDED_BACK'";

    private final JdbcClient jdbc;
    private final Performance performance;
    private final MovableClock clock;

    Fairness(JdbcClient jdbc, Performance performance, MovableClock clock) {
        this.jdbc = jdbc;
        this.performance = performance;
        this.clock = clock;
    }

    /**
     * The waits of a contract: those who wait today; and of the last 365 days those who took a place, those who left the list without
     * one, and those whose referral was handed back.
     *
     * @throws org.placewell.shared.Problem.NotFound when the actor may not see the contract's performance or there is none
     */
    public Page page(String contract, Actor actor) {
        return new Page(performance.visible(contract, actor), List.of(
                new Part("People who wait now", "now", lines(NOW, contract, null)),
                new Part("People who took a place in the last 12 months", "placed", lines(PLACED, contract, null)),
                new Part("People who left the list without a place in the last 12 months", "left",
                        lines(LEFT, contract, reason -> EndReason.valueOf(reason).label())),
                new Part("People whose referral was handed back in the last 12 months", "handed-back",
                        lines(HANDED_BACK, contract, reason -> HandBackReason.ofCode(reason).label()))));
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

    /** The comparisons of a set of people; those who have a reason for which their wait ended are compared by it too. */
    private List<Comparison> lines(String sql, String contract, UnaryOperator<String> words) {
        var waits = jdbc.sql(sql).param("contract", contract).param("today", clock.today()).query((row, n) -> new Waits.Wait(row.getInt("days"),
                row.getString("team"), row.getString("need"), row.getString("ethnicity"), row.getString("sex"),
                words == null ? null : words.apply(row.getString("reason")))).list();
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
