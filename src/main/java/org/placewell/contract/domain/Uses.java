package org.placewell.contract.domain;

import java.time.LocalDate;
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
 * @param payerCounts in how many outcomes each payer has had a part, by payer id
 * @param months how much was charged for outcomes reached in each month
 * @param monthCounts how many outcomes reached in each month were charged
 * @param claimed this person's own claims
 */
public record Uses(
        int people, boolean personCounted, Map<String, Used> outcomes, Map<String, Pence> payers,
        Map<String, Integer> payerCounts, Map<YearMonth, Pence> months, Map<YearMonth, Integer> monthCounts, List<Claimed> claimed) {

    private static final Uses NONE = alone(List.of());

    public Uses {
        outcomes = Map.copyOf(outcomes);
        payers = Map.copyOf(payers);
        payerCounts = payerCounts == null ? Map.of() : Map.copyOf(payerCounts);
        months = Map.copyOf(months);
        monthCounts = monthCounts == null ? Map.of() : Map.copyOf(monthCounts);
        claimed = List.copyOf(claimed);
    }

    /** The same without the counts of payers and months, for terms without such ceilings. */
    public Uses(int people, boolean personCounted, Map<String, Used> outcomes, Map<String, Pence> payers, Map<YearMonth, Pence> months,
            List<Claimed> claimed) {
        this(people, personCounted, outcomes, payers, Map.of(), months, Map.of(), claimed);
    }

    /** Nothing claimed yet. */
    public static Uses none() {
        return NONE;
    }

    /** Nothing but the person's own claims, as if there were no ceilings. */
    public static Uses alone(List<Claimed> claimed) {
        return new Uses(0, false, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), claimed);
    }

    /** The same for one person: whether it is counted among the people, and its own claims. */
    public Uses of(boolean counted, List<Claimed> own) {
        return new Uses(people, counted, outcomes, payers, payerCounts, months, monthCounts, own);
    }

    /** How often an outcome has been claimed, and for how much in all. */
    public record Used(int count, Pence value) {}

    /**
     * A live claim of this person.
     *
     * @param occurrence as in {@link Decision#occurrence()}
     * @param sameReferral false when it belongs to another referral of the person
     * @param reachedOn the day on which it was reached; null when that does not matter
     */
    public record Claimed(String outcome, String occurrence, boolean sameReferral, LocalDate reachedOn) {

        /** A claim whose day does not matter. */
        public Claimed(String outcome, String occurrence, boolean sameReferral) {
            this(outcome, occurrence, sameReferral, null);
        }
    }

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

    /** How many outcomes have been charged in all. */
    public int count() {
        int sum = 0;
        for (var used : outcomes.values()) {
            sum = Math.addExact(sum, used.count());
        }
        return sum;
    }

    /** In how many outcomes the payer has had a part. */
    public int payerCount(String id) {
        return payerCounts.getOrDefault(id, 0);
    }

    /** How many outcomes reached in so many months from one on have been charged. */
    public int countFrom(YearMonth first, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, monthCounts.getOrDefault(first.plusMonths(i), 0));
        }
        return sum;
    }
}
