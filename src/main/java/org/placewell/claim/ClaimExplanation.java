package org.placewell.claim;

import java.time.Instant;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * Why a claim's amount is what it is, as stored when the facts were last read.
 *
 * @param sentence the contract's rule in words
 * @param reasons how the facts meet the rule, line by line
 * @param facts the facts used, in words; empty for people who may not see them
 * @param inputsHash SHA-256 of the stored inputs, in hexadecimal
 * @param recomputes whether the calculator gives the same decision from the stored inputs now
 */
public record ClaimExplanation(
        String sentence, List<String> reasons, List<String> facts, Pence amount, List<Part> parts, int number, String inputsHash,
        Instant writtenAt, boolean recomputes) {

    /** One payer's part of the amount. */
    public record Part(String payer, String name, Pence amount) {}
}
