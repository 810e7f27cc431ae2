package org.placewell.claim;

/** Which claims to show; null means any. At most {@code limit} claims from {@code offset}, newest first. */
public record ClaimFilter(String contractRef, String outcome, ClaimStatus status, int limit, int offset) {

    /** Everything the person may see, first page. */
    public static ClaimFilter all() {
        return new ClaimFilter(null, null, null, 100, 0);
    }
}
