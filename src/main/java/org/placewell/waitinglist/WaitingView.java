package org.placewell.waitinglist;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's wait, for someone who may see the referral.
 *
 * @param position 1, 2, 3 … among those waiting for the same contract and team
 * @param phrase the position as a clinician reads it, without a number
 * @param silence what has been in vain since somebody last spoke to the person
 * @param refusals places refused since the person last had their place in line
 * @param refusalsAllowed how many may be refused without losing the place in line
 * @param lineSince the day from which the line counts after too many refusals; null when it counts from joining
 * @param specialist who offers the open place; null without an open offer
 * @param answerBy the last day to answer the open offer; null without one
 */
public record WaitingView(
        LocalDate joinedOn, long weeks, long position, int priority, String priorityReason, String phrase, LocalDate reviewDue, Silence silence,
        int refusals, int refusalsAllowed, LocalDate lineSince,
        String specialist, LocalDate answerBy, List<Attempt> attempts) {}
