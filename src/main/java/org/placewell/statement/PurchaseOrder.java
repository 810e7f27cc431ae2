package org.placewell.statement;

import java.time.LocalDate;

/** A payer's order that covers the months whose last day lies within its days, both included. */
public record PurchaseOrder(String contractRef, String payer, String number, LocalDate from, LocalDate until, String enteredBy) {}
