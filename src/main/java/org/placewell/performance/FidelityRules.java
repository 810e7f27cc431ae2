package org.placewell.performance;

import java.util.List;
import org.placewell.jobsearch.EmployerMarks;

/** What counted figures mean on the fidelity scale, as far as its anchors were found in print. Pure; whole numbers only. */
final class FidelityRules {

    /** Of the scale, item rapid job search: days to the first contact with an employer. */
    static final int RAPID_DAYS = 30;
    /** Of the scale, item team assignment: per cent of the caseload from at most two clinical teams. */
    static final int FROM_TWO_TEAMS = 90;
    private static final List<int[]> CASELOAD = List.of(new int[] {20, 5}, new int[] {25, 4}, new int[] {30, 3}, new int[] {40, 2});

    private FidelityRules() {}

    /** One specialist's people in the largest group or groups, and everybody on the caseload. */
    record Part(int inLargest, int caseload) {

        boolean atLeast(int percent) {
            return inLargest * 100 >= caseload * percent;
        }
    }

    /**
     * The caseload of a full-time specialist.
     *
     * @param percent the specialists' working time together, 100 for each full-time specialist; more than zero
     */
    static FidelityMeasure caseload(int people, int percent) {
        int score = CASELOAD.stream().filter(anchor -> people * 100 <= anchor[0] * percent).mapToInt(anchor -> anchor[1]).findFirst().orElse(1);
        return new FidelityMeasure(FidelityItem.CASELOAD, tenths(people * 1000 / percent) + " people for each full-time specialist ("
                + (people == 1 ? "1 person" : people + " people") + ", working time " + percent + " %)", score, score == FidelityItem.HIGHEST);
    }

    /** Whether each specialist has at least 90 % of the caseload from two clinical teams. */
    static FidelityMeasure teams(List<Part> parts) {
        long good = parts.stream().filter(part -> part.atLeast(FROM_TWO_TEAMS)).count();
        return new FidelityMeasure(FidelityItem.TEAM_ASSIGNMENT, good + " of " + parts.size()
                + " specialists with a caseload have at least 90 % of it from one or two clinical teams", null, parts.isEmpty() ? null : good == parts.size());
    }

    /** Whether nobody's caseload has more than 15 % at one employer; one person alone is never too many. */
    static FidelityMeasure employers(List<Part> parts) {
        long crowded = parts.stream().filter(part -> EmployerMarks.tooMany(part.inLargest(), part.caseload())).count();
        return new FidelityMeasure(FidelityItem.EMPLOYERS, crowded + " of " + parts.size()
                + " specialists with a caseload have more than " + EmployerMarks.PERCENT_AT_ONE_EMPLOYER + " % of it at one employer", null, parts.isEmpty() ? null : crowded == 0);
    }

    /**
     * How many people met an employer face to face within {@link #RAPID_DAYS} days of their place; the mark is reached when half of them
     * did, those who have met none included.
     *
     * @param met people who did; {@code people} those whose days have passed
     */
    static FidelityMeasure rapid(int met, int people) {
        if (people < Suppression.SMALLEST) {
            return new FidelityMeasure(FidelityItem.RAPID_SEARCH, "Fewer than 5 people have had a place for " + RAPID_DAYS + " days: not counted", null, null);
        }
        return new FidelityMeasure(FidelityItem.RAPID_SEARCH, percent(met, people) + " % of " + people + " people met their first employer within "
                + RAPID_DAYS + " days", null, 2 * met >= people);
    }

    /** Face-to-face contacts a week for each full-time specialist. */
    static FidelityMeasure contacts(int meetings, int percent, int weeks) {
        int tenths = meetings * 1000 / (percent * weeks);
        return new FidelityMeasure(FidelityItem.EMPLOYER_CONTACT, tenths(tenths) + " face to face a week for each full-time specialist, over " + weeks
                + " weeks", null, EmployerMarks.reached(meetings, percent, weeks));
    }

    /** A part of a whole in per cent; not told of fewer than five people. */
    static FidelityMeasure rate(FidelityItem item, String what, int part, int whole) {
        return new FidelityMeasure(item, whole < Suppression.SMALLEST ? what + ": fewer than 5, not counted"
                : what + ": " + percent(part, whole) + " % of " + whole, null, null);
    }

    private static int percent(int part, int whole) {
        return (200 * part + whole) / (2 * whole);
    }

    private static String tenths(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
