package org.placewell.statement;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * What waits for a statement: validated shares of one payer under one contract, credits deducted. @param oldest the day the oldest outcome was
 * reached
 */
public record DueView(String contractRef, String payer, String payerName, long lines, Pence amount, LocalDate oldest) {}
