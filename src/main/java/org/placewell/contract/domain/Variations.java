package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * The versions that price one referral, in order: the one it is pinned to, then every later variation that also applies to
 * referrals open on its first day. An outcome reached before a variation's first day stays with the version before it; every
 * other one is the variation's, also when the variation asks for less and that was there already.
 */
public record Variations(List<Terms> versions) {

    public Variations {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a referral is pinned to a version");
        }
    }

    /** The version that prices what is reached from now on. */
    public Terms newest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * Whether a decision that a version came to is that version's to make.
     *
     * @param terms one of the versions
     * @param decision its decision on an outcome that is reached
     * @param facts what it was told
     */
    public boolean governs(Terms terms, Decision decision, Facts facts) {
        int at = versions.indexOf(terms);
        if (at < versions.size() - 1 && !decision.windowTo().isBefore(endOf(at))) {
            return false;
        }
        for (int earlier = 0; earlier < at; earlier++) {
            var reached = reachedOn(versions.get(earlier), decision, facts);
            if (reached != null && reached.isBefore(endOf(earlier))) {
                return false;
            }
        }
        return true;
    }

    /** The first day that is no longer the version's: the first day of the next one. */
    private LocalDate endOf(int version) {
        return versions.get(version + 1).effective();
    }

    /** The day on which the same outcome was reached under another version; null when it was not. */
    private static LocalDate reachedOn(Terms terms, Decision decision, Facts facts) {
        if (terms.outcome(decision.outcome()).isEmpty()) {
            return null;
        }
        for (var one : Calculator.decideAll(terms, decision.outcome(), facts, Uses.none())) {
            if (one.occurrence().equals(decision.occurrence())) {
                return one.windowTo();
            }
        }
        return null;
    }
}
