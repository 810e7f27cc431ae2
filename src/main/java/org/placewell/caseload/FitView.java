package org.placewell.caseload;

/**
 * How a specialist suits a person, as the form of an offer shows it; best first.
 *
 * @param reasons why, in one sentence without the name
 * @param possible whether the specialist can take the person now
 */
public record FitView(RoomView who, String reasons, boolean possible) {}
