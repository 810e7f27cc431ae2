package org.placewell.triage;

/**
 * What a team leader decides about a referral.
 *
 * @param decision accept, askMore or handBack
 * @param question to the referrer; for askMore
 * @param reason from the closed list; for handBack
 * @param advice what would help instead; for handBack
 */
public record TriageChoice(String decision, String question, HandBackReason reason, String advice) {

    /** Yes. */
    public static TriageChoice accept() {
        return new TriageChoice("accept", "", null, "");
    }

    /** Not yet: a question first. */
    public static TriageChoice askMore(String question) {
        return new TriageChoice("askMore", question, null, "");
    }

    /** Not here: with reason and advice. */
    public static TriageChoice handBack(HandBackReason reason, String advice) {
        return new TriageChoice("handBack", "", reason, advice);
    }
}
