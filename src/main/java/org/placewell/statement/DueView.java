package org.placewell.statement;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * What waits for a statement: validated shares, credits and charges of one payer under one contract. @param oldest the day the oldest outcome was reached, or
 * the first day of the oldest charge's month
 */
public record DueView(String contractRef, String payer, String payerName, long lines, Pence amount, LocalDate oldest) {}
