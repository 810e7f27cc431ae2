package org.placewell.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.placewell.referral.EndReason;

/**
 * One person's line on the waiting list.
 *
 * @param priority 1 to 4: the one that stands
 * @param rule the decision table's rule, or who gave the priority instead
 * @param byTable the priority that the table gave last; null when nobody knows it
 */
record WaitingEntry(String ref, String contractRef, String team, LocalDate joinedOn, int priority, String priorityReason, WaitingStatus status,
        LocalDate reviewedOn, int offersMissed, EndReason leaveReason, LocalDate lineSince, int refusals, String rule, Integer byTable) {

    /** The rule of a priority that a team leader gave. */
    static final String BY_PERSON = "changed by a person";

    static WaitingEntry of(ResultSet row) throws SQLException {
        return new WaitingEntry(row.getString("referral_ref"), row.getString("contract_ref"), row.getString("team_id"),
                row.getObject("joined_on", LocalDate.class), row.getInt("priority"), row.getString("priority_reason"),
                WaitingStatus.valueOf(row.getString("status")), row.getObject("reviewed_on", LocalDate.class), row.getInt("offers_missed"),
                row.getString("leave_reason") == null ? null : EndReason.valueOf(row.getString("leave_reason")),
                row.getObject("line_since", LocalDate.class), row.getInt("refusals"), row.getString("priority_rule"),
                row.getObject("table_priority", Integer.class));
    }

    /** Whether a person gave this priority, so that no table takes it away: a leader here, or whoever kept the list that was brought in. */
    boolean byPerson() {
        return rule.equals(BY_PERSON) || rule.equals("brought in");
    }

    /** Whether the person still waits, with a place offered or none. */
    boolean onList() {
        return status == WaitingStatus.WAITING || status == WaitingStatus.OFFERED;
    }
}
