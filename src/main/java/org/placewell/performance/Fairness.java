package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.ContractSummary;
import org.placewell.performance.WaitFigures.Who;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
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

    private final JdbcClient jdbc;
    private final Performance performance;
    private final MovableClock clock;

    Fairness(JdbcClient jdbc, Performance performance, MovableClock clock) {
        this.jdbc = jdbc;
        this.performance = performance;
        this.clock = clock;
    }

    /**
     * The waits of a contract: those who waited at the end of the last whole month; and of the twelve months until then those who took a
     * place, those who left the list without one, and those whose referral was handed back.
     *
     * @throws org.placewell.shared.Problem.NotFound when the actor may not see the contract's performance or there is none
     */
    public Page page(String contract, Actor actor) {
        var summary = performance.visible(contract, actor);
        var period = Period.before(clock.today());
        var figures = new WaitFigures(jdbc, contract, period);
        var shown = figures.shown(performance.accepted(contract, period.last()));
        return new Page(summary, period, List.of(
                part("People who waited on " + period.end(), Who.WAITED, figures, shown.get(0) == null),
                part("People who took a place, " + period.words(), Who.PLACED, figures, shown.get(1) == null),
                part("People who left the list without a place, " + period.words(), Who.LEFT, figures, shown.get(2) == null),
                part("People whose referral was handed back, " + period.words(), Who.HANDED_BACK, figures, false)));
    }

    /** The same numbers for a spreadsheet. */
    public String csv(String contract, Actor actor) {
        return csv(page(contract, actor).parts());
    }

    static String csv(List<Part> parts) {
        var rows = new ArrayList<List<Object>>();
        for (var part : parts) {
            part.comparisons().forEach(comparison -> comparison.lines().forEach(line -> rows.add(List.of(part.title(), comparison.heading(), line.group(),
                    line.people(), line.median(), line.longest()))));
        }
        return SafeCsv.of(List.of("Who", "Compared by", "Group", "People", "Median wait in weeks", "Longest wait in weeks"), rows);
    }

    private static Part part(String title, Who who, WaitFigures figures, boolean hidden) {
        return Part.of(title, who.key(), figures.of(who), who.reasons(), hidden);
    }

    /** What the page shows, and which months it counts. */
    public record Page(ContractSummary contract, Period period, List<Part> parts) {}

    /**
     * One set of people, compared in several ways; the key names its place on the page.
     *
     * @param hidden whether they are too few to be shown, or would tell of another set of few people; the only line is then everybody's
     */
    public record Part(String title, String key, boolean hidden, List<Comparison> comparisons) {

        static Part of(String title, String key, List<Waits.Wait> waits, List<String> reasons, boolean hidden) {
            if (hidden || Suppression.few(waits.size())) {
                return new Part(title, key, true, List.of(new Comparison("", List.of(new Line("Everybody", "hidden", "", "")))));
            }
            return new Part(title, key, false, Waits.compare(waits, reasons).stream()
                    .map(one -> new Comparison(one.heading(), one.lines().stream().map(Line::of).toList())).toList());
        }

        /** Whether it is known that there is nobody. */
        public boolean nobody() {
            return !hidden && comparisons.get(0).lines().size() == 1;
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
