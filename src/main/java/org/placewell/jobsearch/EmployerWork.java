package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;

/**
 * One specialist's work with employers, against the marks of the fidelity scale.
 *
 * @param specialist the login name; {@code name} is for the screen
 * @param fullTimePercent the working time as it is now, 100 for full time: earlier weeks are held against the same
 * @param weeks this week first, then the weeks before
 * @param shares where people of the caseload work now, most people first
 * @param caseload people on the caseload
 */
public record EmployerWork(String specialist, String name, int fullTimePercent, List<Week> weeks, List<Share> shares, int caseload) {

    /** One week's contacts; {@code monday} is its first day. */
    public record Week(LocalDate monday, int faceToFace, int all) {}

    /** The face-to-face contacts a week that reach the mark with this working time. */
    public int mark() {
        return EmployerMarks.aWeek(fullTimePercent);
    }

    /** Whether a week reached the mark. */
    public boolean enough(Week week) {
        return EmployerMarks.reached(week.faceToFace(), fullTimePercent, 1);
    }

    /** People of the caseload who work for one employer, under whatever postcode. */
    public record Share(String employer, int people, int percent, boolean tooMany) {}

    /** This week. */
    public Week thisWeek() {
        return weeks.get(0);
    }

    /** How many of the complete weeks shown reached the mark. */
    public int weeksReached() {
        return (int) weeks.stream().skip(1).filter(this::enough).count();
    }

    /** Employers for whom too many of the caseload work. */
    public List<Share> crowded() {
        return shares.stream().filter(Share::tooMany).toList();
    }
}
