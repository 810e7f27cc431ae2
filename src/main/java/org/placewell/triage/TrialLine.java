package org.placewell.triage;

/**
 * How a trial stands in one clinical team: numbers only, never a name and never what the list says next.
 *
 * @param clinic the clinical team's name
 * @param declined who were asked and take no part: supported outside the trial
 * @param followUpsDone of those allocated
 */
public record TrialLine(String contractRef, String clinic, int declined, int support, int usualCare, int followUpsDone) {

    /** Who were allocated. */
    public int allocated() {
        return support + usualCare;
    }
}
