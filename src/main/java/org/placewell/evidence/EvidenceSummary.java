package org.placewell.evidence;

import java.time.LocalDate;

/**
 * A case in a list.
 *
 * @param sendBy the last day to send evidence in
 */
public record EvidenceSummary(EvidenceCaseView evidence, ChecklistView checklist, LocalDate sendBy) {

    /** Whether the deadline has passed while papers are still being gathered. */
    public boolean isLate(LocalDate today) {
        return evidence.status().takesPapers() && today.isAfter(sendBy);
    }
}
