package org.placewell.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.placewell.referral.EndReason;
import org.placewell.referral.EndReason.When;
import org.placewell.referral.Ethnicity;
import org.placewell.triage.HandBackReason;

/** Compares waits between groups of people, small groups hidden so that no subtraction gives them away. Pure. */
final class Waits {

    private static final List<String> GRADES = List.of("Higher support needs", "Medium support needs", "Lower support needs", "Not graded");
    private static final List<String> SEXES = List.of("Female", "Male", "In another way", "Not stated or not asked");

    /** Why somebody may leave the list without a place. */
    static final List<String> LEAVING = Stream.of(When.WAITING, When.EARLY).flatMap(when -> EndReason.of(when).stream()).map(EndReason::label).toList();
    /** Why a referral may be handed back. */
    static final List<String> HANDING_BACK = Arrays.stream(HandBackReason.values()).map(HandBackReason::label).toList();

    private Waits() {}

    /**
     * The comparisons of some waits: by team, support needed, ethnicity and sex, and by the reason for which they ended, each with
     * everybody as its last line.
     *
     * @param reasons every reason that there is, whether anybody has it or not: a list of those that occur would tell what somebody has;
     *     empty for waits that did not end without a place
     */
    static List<Comparison> compare(List<Wait> waits, List<String> reasons) {
        var teams = waits.stream().map(Wait::team).distinct().sorted().toList();
        var ethnicities = Arrays.stream(Ethnicity.Group.values()).map(Ethnicity.Group::label).toList();
        var comparisons = new ArrayList<>(List.of(by("Team", teams, waits, Wait::team), by("Support needed", GRADES, waits, Waits::grade),
                by("Ethnicity", ethnicities, waits, wait -> Ethnicity.groupOf(wait.ethnicity()).label()), by("Sex", SEXES, waits, Waits::sex)));
        if (!reasons.isEmpty()) {
            comparisons.add(by("Reason", reasons, waits, Wait::reason));
        }
        return List.copyOf(comparisons);
    }

    private static String grade(Wait wait) {
        return wait.need() == null ? GRADES.get(3) : switch (wait.need()) {
            case "higher" -> GRADES.get(0);
            case "medium" -> GRADES.get(1);
            default -> GRADES.get(2);
        };
    }

    private static String sex(Wait wait) {
        return wait.sex() == null ? SEXES.get(3) : switch (wait.sex()) {
            case "female" -> SEXES.get(0);
            case "male" -> SEXES.get(1);
            case "other" -> SEXES.get(2);
            default -> SEXES.get(3);
        };
    }

    private static Comparison by(String heading, List<String> names, List<Wait> waits, Function<Wait, String> group) {
        Map<String, List<Integer>> days = waits.stream().filter(wait -> group.apply(wait) != null).collect(Collectors.groupingBy(group, TreeMap::new,
                Collectors.mapping(Wait::days, Collectors.toList())));
        var people = names.stream().map(name -> (long) days.getOrDefault(name, List.of()).size()).toList();
        var shown = Suppression.parts(people);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(line(names.get(i), days.getOrDefault(names.get(i), List.of()), shown.get(i)));
        }
        lines.add(line("Everybody", waits.stream().map(Wait::days).toList(), Suppression.few(waits.size()) ? null : Long.valueOf(waits.size())));
        return new Comparison(heading, lines);
    }

    private static Line line(String name, List<Integer> days, Long shown) {
        if (shown == null || shown == 0) {
            return new Line(name, shown, null, null);
        }
        var sorted = days.stream().sorted(Comparator.naturalOrder()).toList();
        return new Line(name, shown, sorted.get((sorted.size() - 1) / 2) / 7, sorted.get(sorted.size() - 1) / 7);
    }

    /**
     * One person's wait.
     *
     * @param days from joining the list to today, or to the day on which the wait ended
     * @param need support needed as graded; may be null
     * @param ethnicity code of {@link Ethnicity}; null when nobody asked
     * @param sex null when nobody asked
     * @param reason why the wait ended without a place, in words; null where it did not
     */
    record Wait(int days, String team, String need, String ethnicity, String sex, String reason) {}

    /** One comparison: a line a group, everybody last. */
    record Comparison(String heading, List<Line> lines) {}

    /**
     * One group.
     *
     * @param people null when hidden
     * @param medianWeeks completed weeks within which half of them waited; null when hidden or nobody
     * @param longestWeeks completed weeks of the longest wait; null when hidden or nobody
     */
    record Line(String group, Long people, Integer medianWeeks, Integer longestWeeks) {}
}
