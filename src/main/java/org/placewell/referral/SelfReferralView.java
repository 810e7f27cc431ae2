package org.placewell.referral;

import java.time.Instant;

/**
 * How a self-referral came in and what the named clinician said.
 *
 * @param clinician the login name of the clinician whom the person named
 * @param confirmed null until the clinician has answered
 */
public record SelfReferralView(String referralRef, String clinician, String recordedBy, Instant recordedAt, Boolean confirmed, String answeredBy) {

    /** Whether the clinician's word is still awaited. */
    public boolean isOpen() {
        return confirmed == null;
    }
}
