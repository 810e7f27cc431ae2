package org.placewell.contract;

import java.time.LocalDate;

/**
 * One contract in a list.
 *
 * @param version the version in force today
 * @param effective the first day of that version
 * @param payers how many payers share the prices
 * @param proposed whether a later version waits for a second person
 */
public record ContractSummary(
        String ref, String title, String payee, String provider, int payers, int version, LocalDate effective, boolean proposed) {}
