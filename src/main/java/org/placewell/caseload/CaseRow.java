package org.placewell.caseload;

import java.time.LocalDate;

/**
 * One person on a caseload board.
 *
 * @param specialist the specialist's login name; {@code specialistName} is for the screen
 * @param since the day support began, with whatever specialist
 * @param jobs jobs that go on
 * @param nextProcess the model of the task that is due next, or null when nothing is waiting
 * @param nextTask the user task that is due next, or null
 * @param nextDue the day it is due, or null
 * @param lastSeen the last appointment attended or contact in work, or null
 * @param unsaid how many past appointments nobody has said what became of
 * @param atRisk whether a job that goes on was at risk when last spoken about
 */
public record CaseRow(
        String referralRef, String name, String contractRef, String specialist, String specialistName, LocalDate since, int jobs,
        String nextProcess, String nextTask, LocalDate nextDue, LocalDate lastSeen, int unsaid,
        boolean atRisk) {

    /** Whether the next thing should have been done before today. */
    public boolean overdueOn(LocalDate today) {
        return nextDue != null && nextDue.isBefore(today);
    }
}
