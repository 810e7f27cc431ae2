package org.placewell.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.placewell.claim.ClaimStatus;
import org.placewell.correction.CorrectionView.Effect;

/**
 * What hangs on a record at one moment: its dates, its milestones, its claims, what people are asked to do. Two of them make the list of
 * what a correction changes. Pure.
 *
 * @param facts what is on the record and what follows by itself, by name
 * @param claims the claims by reference
 */
record Snapshot(Map<String, String> facts, Map<String, ClaimLine> claims) {

    static final String ABSENT = "–";

    Snapshot {
        facts = new LinkedHashMap<>(facts);
        claims = new LinkedHashMap<>(claims);
    }

    /**
     * A claim as far as a correction can change it.
     *
     * @param taken whether finance is asked to take the money back
     */
    record ClaimLine(String ref, String title, ClaimStatus status, long pence, String days, boolean taken) {

        private String words() {
            return status.label() + ", " + org.placewell.shared.Pence.of(pence) + ", " + days + (taken ? ", finance is asked to take it back" : "");
        }

        /** What may still be claimed or kept for it. */
        private long worth() {
            return status.isLive() && !taken ? pence : 0;
        }
    }

    /** Everything that is different afterwards; claims by their title, since a new one has no name anybody knows. */
    List<Effect> to(Snapshot after) {
        var effects = new ArrayList<Effect>();
        both(facts, after.facts).forEach(name -> {
            var was = facts.getOrDefault(name, ABSENT);
            var now = after.facts.getOrDefault(name, ABSENT);
            if (!was.equals(now)) {
                effects.add(new Effect(name, was, now, 0));
            }
        });
        both(claims, after.claims).forEach(ref -> {
            var was = claims.get(ref);
            var now = after.claims.get(ref);
            if (!line(was).equals(line(now))) {
                effects.add(new Effect("Claim: " + (was == null ? now : was).title(), line(was), line(now), worth(now) - worth(was)));
            }
        });
        return effects;
    }

    private static String line(ClaimLine claim) {
        return claim == null ? ABSENT : claim.words();
    }

    private static long worth(ClaimLine claim) {
        return claim == null ? 0 : claim.worth();
    }

    private static <T> List<String> both(Map<String, T> before, Map<String, T> after) {
        var keys = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(keys::add);
        return keys;
    }

    /** One line of text per thing, for the facts. */
    static <T> void put(Map<String, String> facts, List<T> things, Function<T, String> name, Function<T, String> text) {
        things.forEach(thing -> facts.put(name.apply(thing), text.apply(thing)));
    }
}
