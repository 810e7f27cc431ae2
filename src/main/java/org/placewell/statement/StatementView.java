package org.placewell.statement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * A statement: what one payer owes for one period.
 *
 * @param payee the name of who is paid
 * @param version grows with every change of a line; an approval counts for the version it names
 * @param total the sum of the live lines; negative when credits outweigh claims
 * @param purchaseOrder the payer's order, or null while none covers the month
 * @param seniorAbove above which amount one approval must be by somebody with a limit that high, or null
 * @param payTo the account the payer was asked to pay to, named by its last four digits; null until it is checked
 * @param scheduleHash SHA-256 of the payment schedule in hexadecimal, or null before instruction
 */
public record StatementView(
        String ref, String contractRef, String contractTitle, String payee, String payer, String payerName, YearMonth period,
        StatementStatus status, int version, String draftedBy, Instant draftedAt, Pence total, String purchaseOrder, Pence seniorAbove, String payTo, String scheduleHash, List<Line> lines, List<Approval> approvals) {

    /** The lines that count. */
    public List<Line> liveLines() {
        return lines.stream().filter(line -> "LIVE".equals(line.state())).toList();
    }

    /**
     * @param ref the claim or charge
     * @param kind CLAIM, CREDIT or CHARGE
     * @param state LIVE, QUERIED or RELEASED
     * @param rule what explains the line: the contract's sentence, or the charge's arithmetic
     * @param reason why it was queried, or null
     * @param settled whether the money has come in
     */
    public record Line(String ref, String outcome, String kind, Pence amount, String state, String rule, String reason, boolean settled) {}

    /** One person's approval; void when given for an earlier version. @param onBehalfOf the name of whom they stood for, or null */
    public record Approval(int step, String username, String name, String onBehalfOf, Instant at, boolean valid) {}
}
