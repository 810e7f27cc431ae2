package org.placewell.workflow.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a migration is and what has become of its cases.
 *
 * @param status RUNNING, DONE, UNDOING or UNDONE
 * @param counts how many cases have each outcome
 * @param notes the cases that did not go the plain way, at most 200, with the reason
 */
public record Report(long id, String process, int from, int to, Mapping mapping, String reason, String status, String startedBy, Instant startedAt,
        Instant endedAt, String undoneBy, Map<CaseStatus, Long> counts, List<Note> notes) {

    /** Whether cases are still being moved, one way or the other. */
    public boolean goesOn() {
        return status.equals("RUNNING") || status.equals("UNDOING");
    }

    /** How many cases the migration has. */
    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of the cases have this outcome. */
    public long count(CaseStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Whether something has been moved that could be moved back. */
    public boolean undoable() {
        return status.equals("DONE") && count(CaseStatus.MOVED) > 0;
    }

    /** A case that stayed, and why. */
    public record Note(String caseRef, CaseStatus status, String note) {}

    /** What has become of one case. */
    public enum CaseStatus {
        /** Not tried yet. */
        WAITING("Still to be moved"),
        /** On the new version. */
        MOVED("Moved"),
        /** Cannot move; goes on with the old version. */
        REFUSED("Stays on the old version"),
        /** Had ended before its turn. */
        GONE("Had ended before its turn"),
        /** Moved, and then moved back. */
        BACK("Moved back"),
        /** Moved, and has gone on since: cannot be moved back. */
        STAYS("Has gone on since, stays on the new version");

        private final String label;

        CaseStatus(String label) {
            this.label = label;
        }

        /** In plain words. */
        public String label() {
            return label;
        }
    }
}
