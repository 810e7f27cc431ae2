package org.placewell.jobsearch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The marks of good work with employers on the IPS fidelity scale. Pure. */
public final class EmployerMarks {

    /** Face-to-face contacts with employers a week and full-time specialist, kept on a weekly log. */
    static final int FACE_TO_FACE_A_WEEK = 6;
    /** The most of a caseload, in per cent, that should work for one employer. */
    public static final int PERCENT_AT_ONE_EMPLOYER = 15;

    private EmployerMarks() {}

    /**
     * The contacts a week that reach the mark, in proportion to the working time and rounded up to a whole one.
     *
     * @param fullTimePercent working time, 100 for full time
     */
    public static int aWeek(int fullTimePercent) {
        return (FACE_TO_FACE_A_WEEK * fullTimePercent + 99) / 100;
    }

    /**
     * Whether so many face-to-face contacts in so many weeks reach the mark.
     *
     * @param fullTimePercent working time, 100 for full time; of several specialists together their sum
     */
    public static boolean reached(int contacts, int fullTimePercent, int weeks) {
        return contacts * 100 >= FACE_TO_FACE_A_WEEK * fullTimePercent * weeks;
    }

    /** The Monday of a day's week. */
    public static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Whether too many of a caseload work for one employer. One person alone is never too many: on a small caseload one job is more
     * than the mark already.
     */
    public static boolean tooMany(int people, int caseload) {
        return people > 1 && people * 100 > caseload * PERCENT_AT_ONE_EMPLOYER;
    }

    /** People as whole per cent of a caseload, rounded; zero without a caseload. */
    public static int percent(int people, int caseload) {
        return caseload == 0 ? 0 : (200 * people + caseload) / (2 * caseload);
    }
}
