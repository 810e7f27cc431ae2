package org.placewell.waitinglist;

import java.time.LocalDate;

/**
 * One person on the waiting list, as a team leader sees it.
 *
 * @param position 1, 2, 3 … within contract and team
 * @param priority 1 (first) to 4
 * @param priorityReason the sentence of the decision table or of the jump
 * @param weeks completed weeks of waiting
 * @param reviewDue the day by which the entry must be looked at again
 * @param offered whether a place has been offered and not yet answered
 * @param lineSince the day from which the line counts after too many refused places; null when it counts from joining
 * @param jumpedFrom the priority before the last change by a person; null without one
 * @param jumpedBy who made that change, as a login name
 * @param clinicalTeam the referring team's id: a specialist serves at most two
 */
public record WaitingRow(
        String referralRef, String name, String contractRef, String team, int position, int priority, String priorityReason, LocalDate joinedOn,
        long weeks, LocalDate reviewDue, boolean offered, String clinicalTeam, LocalDate lineSince, Integer jumpedFrom, String jumpedBy,
        LocalDate jumpedOn) {}
