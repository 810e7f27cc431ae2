package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A job start to record.
 *
 * @param employer the employer's name; found in the register or added to it
 * @param postcode the employer's postcode; may be empty, and null when {@code employer} may hold it
 * @param minutesPerWeek the agreed weekly minutes, 1 to 6000
 * @param workType competitive work, or what is refused as an outcome
 * @param firstDayMinutes minutes worked on the first day, 0 to 1440
 * @param adviceLate why no advice on benefits was offered by the first day: STARTED_SOONER, TOLD_LATER, NO_ADVISER or NOT_OFFERED; null when
 *     it was, or nobody has said
 */
public record NewJob(
        String referralRef, String employer, String postcode, String title, EmploymentKind kind, WorkType workType,
        boolean insideSupplyChain, LocalDate startedOn, int minutesPerWeek, boolean firstDayFull, int firstDayMinutes,
        String adviceLate) {

    /** A job of which nobody has said that advice came late. */
    public NewJob(String referralRef, String employer, String postcode, String title, EmploymentKind kind, WorkType workType, boolean insideSupplyChain,
            LocalDate startedOn, int minutesPerWeek, boolean firstDayFull, int firstDayMinutes) {
        this(referralRef, employer, postcode, title, kind, workType, insideSupplyChain, startedOn, minutesPerWeek, firstDayFull, firstDayMinutes, null);
    }

    /** Competitive paid work is the only outcome of the model: volunteering and sheltered work are refused. */
    public enum WorkType {
        COMPETITIVE,
        VOLUNTEERING,
        SHELTERED,
        UNPAID_TRIAL
    }
}
