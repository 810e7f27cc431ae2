package org.placewell.statement;

import org.placewell.shared.Pence;

/**
 * An accepted claim that goes on no statement, because what it claims is paid once for a person and another record of the person has it.
 *
 * @param before the claim on the other record that goes before it
 */
public record HeldBack(String claimRef, String contractRef, String before, Pence amount) {}
