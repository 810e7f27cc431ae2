package org.placewell.contract.domain;

import org.placewell.shared.Pence;

/** What one payer pays of one outcome. */
public record PayerShare(String payerId, Pence amount) {}
