package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;

/**
 * What triage knows about a referral.
 *
 * @param eligibility eligible, unclear or outside; null before the check
 * @param eligibilityNote the sentence of the rule that decided
 * @param handBackReason null unless handed back
 * @param questionsLeft how often the referrer may still be asked under the contract
 */
public record TriageView(
        String eligibility, String eligibilityNote, HandBackReason handBackReason, String advice, List<Question> questions,
        int questionsLeft) {

    /** A question to the referrer; the answer is null until it comes. */
    public record Question(int round, String question, LocalDate askedOn, LocalDate answerBy, String answer, LocalDate answeredOn) {

        /** Whether the answer is still awaited. */
        public boolean isOpen() {
            return answer == null;
        }
    }
}
