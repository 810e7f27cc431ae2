/** The referral as its model calls it. */
package org.placewell.referral.process;
