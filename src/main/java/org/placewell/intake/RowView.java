package org.placewell.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One row of a file as it stands.
 *
 * @param line the row's number, as a spreadsheet counts it
 * @param cells what the file says, by column; empty cells may be absent
 * @param problems what is wrong: column and words, or words alone
 * @param remarks what a person should know or decide
 * @param referralRef the referral it became; null before
 * @param stage where it goes; null when the row cannot be understood, or was checked by an earlier release
 * @param decideBy the day by which its contract wants triage to decide; null unless it goes to triage
 */
public record RowView(
        int line, String rowKey, Map<Column, String> cells, RowStatus status, List<String> problems, List<String> remarks, String referralRef,
        Stage stage, LocalDate decideBy) {

    /** Given and family name as the file says them. */
    public String name() {
        return (cells.getOrDefault(Column.GIVEN_NAME, "") + " " + cells.getOrDefault(Column.FAMILY_NAME, "")).strip();
    }
}
