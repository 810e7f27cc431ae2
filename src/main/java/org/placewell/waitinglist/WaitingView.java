package org.placewell.waitinglist;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's wait, for someone who may see the referral.
 *
 * @param position 1, 2, 3 … among those waiting for the same contract and team
 * @param phrase the position as a clinician reads it, without a number
 * @param specialist who offers the open place; null without an open offer
 * @param answerBy the last day to answer the open offer; null without one
 */
public record WaitingView(
        LocalDate joinedOn, long weeks, long position, int priority, String priorityReason, String phrase, LocalDate reviewDue, int offersMissed,
        String specialist, LocalDate answerBy, List<Attempt> attempts) {}
