package org.placewell.contract.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.placewell.shared.Pence;

/**
 * What the contract has already been used for: live claims only (reserved, approved or paid), of every version, without the
 * claim in question.
 *
 * @param people how many people have at least one live claim
 * @param personCounted whether this person is one of them
 * @param outcomes by outcome code; a code without claims may be absent
 * @param payers how much each payer has been charged, by payer id
 * @param months how much was charged for outcomes reached in each month
 * @param claimed this person's own claims
 */
public record Uses(
        int people, boolean personCounted, Map<String, Used> outcomes, Map<String, Pence> payers, Map<YearMonth, Pence> months,
        List<Claimed> claimed) {

    private static final Uses NONE = new Uses(0, false, Map.of(), Map.of(), Map.of(), List.of());

    public Uses {
        outcomes = Map.copyOf(outcomes);
        payers = Map.copyOf(payers);
        months = Map.copyOf(months);
        claimed = List.copyOf(claimed);
    }

    /** Nothing claimed yet. */
    public static Uses none() {
        return NONE;
    }

    /** How often an outcome has been claimed, and for how much in all. */
    public record Used(int count, Pence value) {}

    /**
     * A live claim of this person.
     *
     * @param occurrence as in {@link Decision#occurrence()}
     * @param sameReferral false when it belongs to another referral of the person
     */
    public record Claimed(String outcome, String occurrence, boolean sameReferral) {}

    /** How often the outcome has been claimed under the contract. */
    public int count(String outcome) {
        var used = outcomes.get(outcome);
        return used == null ? 0 : used.count();
    }

    /** How much has been charged for the outcome. */
    public Pence value(String outcome) {
        var used = outcomes.get(outcome);
        return used == null ? Pence.ZERO : used.value();
    }

    /** How much has been charged in all. */
    public Pence total() {
        long sum = 0;
        for (var used : outcomes.values()) {
            sum = Math.addExact(sum, used.value().amount());
        }
        return Pence.of(sum);
    }

    /** How much has been charged to the payer. */
    public Pence payer(String id) {
        return payers.getOrDefault(id, Pence.ZERO);
    }

    /** How much has been charged for outcomes reached in so many months from one on. */
    public Pence from(YearMonth first, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, months.getOrDefault(first.plusMonths(i), Pence.ZERO).amount());
        }
        return Pence.of(sum);
    }
}
