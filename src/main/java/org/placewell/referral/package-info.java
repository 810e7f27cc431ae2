/** Referrals: the person, what they want, what they agreed to, where they stand. The ground floor of the pathway. */
package org.placewell.referral;
