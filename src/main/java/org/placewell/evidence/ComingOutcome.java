package org.placewell.evidence;

import java.util.List;

/**
 * An outcome that the contract pays for and the person has not claimed yet, with what will be needed to show it.
 *
 * @param sentence the payment rule as the contract's sentence
 * @param preferred the kinds of paper of which one is enough, in words
 * @param alternatives the kinds that need a reason, in words
 */
public record ComingOutcome(String code, String title, String sentence, List<String> preferred, List<String> alternatives) {}
