package org.placewell.waitinglist;

import java.time.LocalDate;

/**
 * One recorded attempt to reach a waiting person.
 *
 * @param channel phone, text, letter, email, visit or throughTeam
 * @param reached whether the person answered
 */
public record Attempt(LocalDate on, String channel, boolean reached, String by) {}
