package org.placewell.referral;

/**
 * A service that a clinician may refer to.
 *
 * @param clinicalTeam the team in whose name the referral is made
 * @param teamName its name
 */
public record ServiceChoice(String contractRef, String title, String clinicalTeam, String teamName) {}
