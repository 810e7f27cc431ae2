package org.placewell.intake;

import java.time.Instant;
import java.util.Map;

/**
 * A file of people and how far it has come.
 *
 * @param name as the browser named it
 * @param emptied whether the file and its rows' cells have been deleted
 * @param counts how many rows stand where; a status without rows is absent
 * @param confirmedAt null before
 * @param finishedAt null before
 */
public record ImportView(
        String ref, String name, ImportStatus status, String uploadedBy, Instant uploadedAt, Instant confirmedAt, Instant finishedAt,
        boolean emptied, Map<RowStatus, Integer> counts) {

    /** How many rows stand there. */
    public int count(RowStatus at) {
        return counts.getOrDefault(at, 0);
    }

    /** How many rows the file has. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many rows were confirmed and have come to an end. */
    public int worked() {
        return count(RowStatus.DONE) + count(RowStatus.FAILED);
    }

    /** How many rows were confirmed. */
    public int toWork() {
        return worked() + count(RowStatus.READY);
    }

    /** Whether some rows have to be mended in the file. */
    public boolean hasFaults() {
        return count(RowStatus.WRONG) + count(RowStatus.FAILED) > 0;
    }
}
