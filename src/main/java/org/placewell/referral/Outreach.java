package org.placewell.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been tried to reach a person since somebody last spoke to them, and whether it is enough to close support, or to take them off
 * the waiting list, without an answer. IPS asks for assertive outreach: attempts count once a day, and one way of contact alone is not
 * enough, for a number may have changed.
 *
 * @param attempts those without an answer, oldest first
 * @param needed on how many days the contract wants attempts, one or more
 */
public record Outreach(List<Attempt> attempts, int needed) {

    /** Fewer would rest on a single number or address. The number is ours: no source sets one. */
    private static final int WAYS = 2;

    /**
     * One attempt without an answer.
     *
     * @param how the code of a way of contact, as the record keeps it
     */
    public record Attempt(LocalDate on, String how) {}

    public Outreach {
        attempts = List.copyOf(attempts);
    }

    /** The same with one attempt more. */
    public Outreach and(Attempt attempt) {
        var more = new ArrayList<>(attempts);
        more.add(attempt);
        return new Outreach(more, needed);
    }

    /** On how many days somebody tried. */
    public int days() {
        return (int) attempts.stream().map(Attempt::on).distinct().count();
    }

    /** Whether the case may close because nobody answers. */
    public boolean enough() {
        return days() >= needed && ways() >= WAYS;
    }

    /** What is still to be tried before the case closes without an answer, in words; empty when nothing is. */
    public String missing() {
        var missing = new ArrayList<String>();
        int days = needed - days();
        if (days > 0) {
            missing.add(days == 1 ? "an attempt on one more day" : "attempts on " + days + " more days");
        }
        if (ways() < WAYS) {
            missing.add(ways() == 0 ? "at least two ways of contact" : "another way of contact");
        }
        return String.join(", and ", missing);
    }

    private long ways() {
        return attempts.stream().map(Attempt::how).distinct().count();
    }
}
