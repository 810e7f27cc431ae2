package org.placewell.claim;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * An outcome reached when a cap had no room.
 *
 * @param title the outcome's name
 * @param amount what it would have been worth
 * @param why the calculator's reasons, in plain sentences without names
 */
public record OutcomeWithoutRoom(String referralRef, String contractRef, String title, Pence amount, LocalDate reachedOn, String why) {}
