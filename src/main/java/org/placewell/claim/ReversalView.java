package org.placewell.claim;

import java.time.Instant;

/** A reversal that was asked for, and what was decided. @param status REQUESTED, APPROVED or REFUSED */
public record ReversalView(String claimRef, String reason, String note, String status, String requestedBy, Instant requestedAt, String decidedBy,
        Instant decidedAt) {}
