package org.placewell.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * One contract in a list.
 *
 * @param version the version in force today
 * @param effective the first day of that version
 * @param where the boroughs or counties served; empty for anywhere
 * @param outcomes the titles of what is paid for
 * @param payers how many payers share the prices
 * @param proposed whether a later version waits for a second person
 */
public record ContractSummary(
        String ref, String title, String payee, String provider, List<String> where, List<String> outcomes, int payers, int version, LocalDate effective,
        boolean proposed) {

    public ContractSummary {
        where = List.copyOf(where);
        outcomes = List.copyOf(outcomes);
    }
}
