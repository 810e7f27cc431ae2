package org.placewell.triage;

import java.time.LocalDate;
import org.placewell.shared.Problem;

/**
 * What a person said about a trial, and the first measures.
 *
 * @param takesPart whether the person agreed, after being told what the trial is
 * @param measure TOP_WELLBEING (Treatment Outcomes Profile, 0 to 20) or SWEMWBS (7 to 35); null when the person takes no part
 * @param score on that measure; null when the person takes no part
 * @param measuredOn null when the person takes no part
 */
public record TrialEntry(boolean takesPart, LocalDate askedOn, String measure, Integer score, LocalDate measuredOn) {

    /** The person does not take part. */
    public static TrialEntry declined(LocalDate askedOn) {
        return new TrialEntry(false, askedOn, null, null, null);
    }

    /** @throws Problem at the field that cannot be */
    void check(LocalDate today) {
        if (askedOn.isAfter(today)) {
            throw Problem.at("askedOn", "future-date", "The date cannot be in the future");
        }
        if (!takesPart) {
            return;
        }
        if (measuredOn.isAfter(today)) {
            throw Problem.at("measuredOn", "future-date", "The date cannot be in the future");
        }
        checkScore(measure, score);
    }

    static void checkScore(String measure, int score) {
        int least = measure.equals("SWEMWBS") ? 7 : 0;
        int most = measure.equals("SWEMWBS") ? 35 : 20;
        if (score < least || score > most) {
            throw Problem.at("score", "score-range", "On this measure the score is between " + least + " and " + most);
        }
    }
}
