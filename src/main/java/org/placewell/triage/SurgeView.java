package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;

/**
 * The batches of a team under a contract.
 *
 * @param arrived referrals of the last seven days under the contract
 * @param threshold above which triage goes by batches; null when the contract sets none
 * @param days the batches of the last four weeks, newest first
 */
public record SurgeView(String contractRef, String team, int arrived, Integer threshold, List<Batch> days) {

    /** Whether batches are being made now. */
    public boolean surging() {
        return threshold != null && arrived > threshold;
    }

    /** The batch of one day, in the order of the referrals. */
    public record Batch(LocalDate day, int counted, int threshold, List<Item> items) {}

    /**
     * One referral of a batch.
     *
     * @param place counted from 1
     * @param status where it stands, in words
     * @param overtook why it went before earlier ones; null when it did not
     */
    public record Item(int place, String referralRef, String name, LocalDate referredOn, String status, String overtook) {}
}
