package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;
import org.placewell.shared.WorkingDays;
import org.placewell.shared.Words;

/**
 * The clock of triage: it runs in working days from the referral and stands still while the referrer has been asked something.
 *
 * @param allowed working days that the contract allows the team
 * @param used working days that the team has had it, up to today
 * @param paused working days that the referrer has had it, up to today: they do not count
 * @param dueOn the last day for the decision; it moves on by every day of the pause
 * @param stands whether the clock stands still today
 */
public record TriageClock(int allowed, int used, int paused, LocalDate dueOn, boolean stands) {

    /**
     * Reads the clock on a day.
     *
     * @param questions in their order; one without an answer pauses the clock until the day by which it was due, no longer
     */
    static TriageClock of(LocalDate referredOn, int allowed, List<TriageView.Question> questions, LocalDate today) {
        int paused = 0;
        boolean stands = false;
        for (var question : questions) {
            var until = question.isOpen() ? question.answerBy() : question.answeredOn();
            stands = question.isOpen() && !today.isAfter(until);
            paused += WorkingDays.between(question.askedOn(), until.isAfter(today) ? today : until);
        }
        int used = Math.max(0, WorkingDays.between(referredOn, today) - paused);
        return new TriageClock(allowed, used, paused, WorkingDays.after(referredOn, allowed + paused), stands);
    }

    /** The clock in words. */
    public String sentence() {
        var words = new StringBuilder("The team has used ").append(used).append(" of ").append(Words.count(allowed, "working day")).append('.');
        if (paused > 0) {
            words.append(' ').append(Words.count(paused, "working day")).append(paused == 1 ? " with the referrer does" : " with the referrer do")
                    .append(" not count.");
        }
        return words.append(stands ? " The clock stands still until the answer comes." : "").toString();
    }
}
