package org.placewell.ledger;

import java.time.LocalDate;

/** Which ledger lines to show; null means any. At most {@code limit} lines from {@code offset}, newest first. */
public record LedgerFilter(String contractRef, String payer, String kind, String claimRef, LocalDate from, LocalDate to, int limit, int offset) {}
