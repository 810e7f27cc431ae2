package org.placewell.waitinglist;

import java.time.LocalDate;

/**
 * Somebody got on faster or slower than their turn, and why.
 *
 * @param by who decided it, by name
 * @param what the change in words, such as {@code Priority 3 to 1}
 * @param reason as the leader wrote it
 */
public record JumpView(String referralRef, String name, String contractRef, String team, LocalDate on, String by, String what, String reason) {}
