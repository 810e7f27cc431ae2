package org.placewell.evidence;

import java.util.List;
import java.util.Set;

/**
 * Who had a hand in a claim, for segregation of duties.
 *
 * @param involved the specialist, the recorders of facts, the uploaders and whoever sent the evidence in
 * @param firstValidators who took a first look
 * @param laterValidators who decided a dispute or checked a sample
 */
public record Participants(Set<String> involved, Set<String> firstValidators, Set<String> laterValidators) {

    /** Everybody named. */
    public List<String> all() {
        return java.util.stream.Stream.of(involved, firstValidators, laterValidators).flatMap(Set::stream).distinct().sorted().toList();
    }

    /** Everybody who has reviewed it in any way. */
    public List<String> validators() {
        return java.util.stream.Stream.of(firstValidators, laterValidators).flatMap(Set::stream).distinct().sorted().toList();
    }
}
