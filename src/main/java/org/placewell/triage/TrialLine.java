package org.placewell.triage;

/**
 * How a trial stands in one clinical team: numbers only, never a name and never what the list says next.
 *
 * @param clinic the clinical team's name
 * @param declined who were asked and take no part: supported outside the trial
 * @param followUpsDone of those allocated, without those who have left
 * @param withdrawn who have left the trial, of those allocated
 */
public record TrialLine(String contractRef, String clinic, int declined, int support, int usualCare, int followUpsDone, int withdrawn) {

    /** Who were allocated. */
    public int allocated() {
        return support + usualCare;
    }
}
