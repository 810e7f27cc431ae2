package org.placewell.workflow;

import java.util.List;
import java.util.Set;
import org.placewell.security.Role;

/**
 * What a feature tells the work list about its cases, so that one SQL statement can decide who sees a task: each feature
 * implements it for the processes it owns.
 */
public interface CaseCards {

    /** The keys of the process models this answers for. */
    Set<String> processes();

    /**
     * The card for a task that has just appeared.
     *
     * @param reference the process's business key
     * @param task the user task's id
     */
    Card card(String reference, String task);

    /**
     * @param referralRef the referral concerned, or null
     * @param contractRef the contract concerned
     * @param team the team whose members with the task's role may take it, or null for everyone with the role on the contract
     * @param assignee whose task it is from the start, or null
     * @param excluded login names that must not take it (segregation of duties)
     * @param summary one line for the inbox; may hold a person's name, because the work list is our own table
     * @param rests why nobody is asked to do the task before its time is over; null when somebody is
     */
    record Card(String referralRef, String contractRef, String team, String assignee, List<String> excluded, String summary, String rests) {

        /** A card for a task that somebody is to do now. */
        public Card(String referralRef, String contractRef, String team, String assignee, List<String> excluded, String summary) {
            this(referralRef, contractRef, team, assignee, excluded, summary, null);
        }
    }

    /** The group a task is offered to, as the model names it. */
    static Role role(String candidateGroup) {
        return Role.ofGroup(candidateGroup);
    }
}
