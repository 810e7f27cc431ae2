package org.placewell.settlement;

import java.time.Instant;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * A remittance file and what became of each of its lines.
 *
 * @param hash SHA-256 of the file, in hexadecimal; a file is read once
 */
public record RemittanceResult(String hash, String name, Pence total, String importedBy, Instant importedAt, List<Line> lines) {

    /** How many lines settled an instruction. */
    public long settled() {
        return lines.stream().filter(line -> "SETTLED".equals(line.outcome())).count();
    }

    /**
     * @param expected what was instructed, or null when nothing fits
     * @param outcome SETTLED, SHORT, OVER, DUPLICATE or UNKNOWN
     */
    public record Line(int number, String statementRef, String claimRef, Pence amount, Pence expected, String outcome) {}
}
