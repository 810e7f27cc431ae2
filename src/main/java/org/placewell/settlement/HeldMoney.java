package org.placewell.settlement;

import java.time.Instant;
import org.placewell.shared.Pence;

/**
 * Money that came in and settles nothing until somebody has placed it.
 *
 * @param file the remittance's name, and the line in it
 * @param named the statement and the claim that the payer wrote
 * @param payer the payer's id, or null when it cannot be told
 * @param reason OVER, DUPLICATE or UNKNOWN
 * @param unplaced what is neither placed nor proposed to be placed
 */
public record HeldMoney(
        long id, String file, int line, String named, String contractRef, String payer, String payerName, String reason, Pence amount, Pence unplaced,
        Instant heldAt) {}
