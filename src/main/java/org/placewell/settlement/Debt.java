package org.placewell.settlement;

import java.time.LocalDate;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;

/**
 * What a payer was asked for on one line of a statement, and what of it has come in.
 *
 * @param lineRef the claim or charge that the line is for
 * @param kind the kind of the line, such as CLAIM or CREDIT
 * @param asked negative for a credit
 */
public record Debt(
        String statementRef, String lineRef, String kind, String contractRef, String payer, String payerName, Pence asked,
        Pence received, LocalDate instructedOn) {

    /** A ledger entry about this line. @param amount of the line's sign */
    Entry entry(Pence amount, Actor actor) {
        boolean charge = kind.equals("CHARGE");
        return new Entry(contractRef, payer, charge ? null : lineRef, charge ? lineRef : null, statementRef, amount, actor);
    }

    /** What is still open; zero when settled. */
    public Pence open() {
        return asked.minus(received);
    }
}
