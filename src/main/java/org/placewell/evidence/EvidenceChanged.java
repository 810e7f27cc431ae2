package org.placewell.evidence;

/** Published when a claim's evidence has moved on, in the same transaction; the claim's own room follows. */
public record EvidenceChanged(String claimRef, EvidenceStatus status) {}
