package org.placewell.referral;

import java.util.List;

/** A person's date of birth was put right: whoever judged by the age looks at the person's open referrals again. */
public record BirthDateCorrected(List<String> referralRefs) {}
