package org.placewell.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a contract as people see it in the list of versions.
 *
 * @param sha256 the hash of the terms file, in hexadecimal
 * @param decidedBy who activated or rejected it; null while it is proposed
 */
public record VersionView(
        String contract, int version, Status status, LocalDate effective, String sha256, String proposedBy, Instant proposedAt,
        String decidedBy, Instant decidedAt, String rejectReason) {

    /** Where a version stands; PROPOSED goes to ACTIVE or REJECTED, and both are final. */
    public enum Status {
        PROPOSED("Waits for a second person"),
        ACTIVE("Active"),
        REJECTED("Rejected");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The status on screen. */
        public String label() {
            return label;
        }
    }
}
