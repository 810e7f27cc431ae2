package org.placewell.referral;

/** Something has changed that a contract could pay for: whoever prices outcomes looks at the referral again. */
public record FactsChanged(String referralRef) {}
