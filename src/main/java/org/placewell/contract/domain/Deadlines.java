package org.placewell.contract.domain;

import java.util.OptionalInt;

/**
 * Every time limit that the pathway uses, as the contract sets it. Working days are England's; days, weeks and months are
 * calendar ones. All counts are one or more unless said otherwise.
 *
 * @param acknowledgeWorkingDays to acknowledge a referral
 * @param triageWorkingDays to decide on a referral; passed, it goes to the team leader's manager
 * @param answerWorkingDays for the referrer to answer a question
 * @param reminderWorkingDays after which the referrer is reminded
 * @param questionRounds how often the referrer may be asked
 * @param offerDays for a person to answer an offered place
 * @param offerAttempts unanswered offers before a person leaves the list
 * @param reviewWeeks between reviews of a waiting person
 * @param longestWaitWeeks after which a wait is escalated
 * @param profileWeeks from the place to the vocational profile
 * @param adviceWeeks from the place to advice on benefits
 * @param firstEmployerContactDays from the place to the first employer contact
 * @param searchMonths of job search, counted from the place; empty for no limit
 * @param inWorkMonths of support in work, counted from the job's start, or for a job held when referred from the place or the return to it;
 *     empty for no limit
 * @param outreachAttempts before support closes for lost contact, one a day
 * @param evidenceRounds how often more evidence may be asked for
 * @param reviewDays for a validator to decide
 * @param disputeDays to dispute a rejection
 * @param approvalDays for the second approval of a statement
 */
public record Deadlines(
        int acknowledgeWorkingDays, int triageWorkingDays, int answerWorkingDays, int reminderWorkingDays, int questionRounds,
        int offerDays, int offerAttempts, int reviewWeeks, int longestWaitWeeks, int profileWeeks, int adviceWeeks,
        int firstEmployerContactDays, OptionalInt searchMonths, OptionalInt inWorkMonths, int outreachAttempts, int evidenceRounds,
        int reviewDays, int disputeDays, int approvalDays) {}
