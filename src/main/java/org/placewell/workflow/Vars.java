package org.placewell.workflow;

import java.util.Map;

/**
 * Every process variable that exists: references of things and decisions that a gateway reads. Scalars only, never personal
 * data. A test compares this list with the models, both ways.
 */
public final class Vars {

    public static final String REFERRAL_REF = "referralRef";
    public static final String JOB_REF = "jobRef";
    public static final String CLAIM_REF = "claimRef";
    public static final String STATEMENT_REF = "statementRef";

    /** The call activities' answers: triageOutcome, waitingOutcome, searchOutcome. */
    public static final String TRIAGE_OUTCOME = "triageOutcome";
    public static final String WAITING_OUTCOME = "waitingOutcome";
    public static final String SEARCH_OUTCOME = "searchOutcome";

    public static final String POSSIBLE_DUPLICATE = "possibleDuplicate";
    public static final String DUPLICATE_DECISION = "duplicateDecision";
    public static final String ELIGIBILITY = "eligibility";
    public static final String TRIAGE_DECISION = "triageDecision";
    public static final String IN_TRIAL = "inTrial";
    public static final String ARM = "arm";
    public static final String OFFER_ANSWER = "offerAnswer";
    public static final String REVIEW_ANSWER = "reviewAnswer";
    public static final String OUTREACH_RESULT = "outreachResult";
    public static final String TIME_IS_UP = "timeIsUp";
    public static final String CONTACT_AGAIN = "contactAgain";
    public static final String MORE_MILESTONES = "moreMilestones";
    public static final String EVIDENCE_DECISION = "evidenceDecision";
    public static final String RESERVATION = "reservation";
    public static final String CAP_ROOM = "capRoom";
    public static final String DISPUTE_DECISION = "disputeDecision";
    public static final String IN_SAMPLE = "inSample";
    public static final String SAMPLE_DECISION = "sampleDecision";
    public static final String DRAFT_DECISION = "draftDecision";
    public static final String APPROVAL_DECISION = "approvalDecision";

    private Vars() {}

    /** One decision, as a task's handler returns it. */
    public static Map<String, Object> decision(String variable, Object value) {
        return Map.of(variable, value);
    }
}
