package org.placewell.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.placewell.contract.domain.Terms;

/** Checks that a file continues a contract: the same contract, every version so far unchanged, one new version from today or later. */
final class Succession {

    private final String ref;
    private final LocalDate today;
    private final int known;
    private final IntFunction<Terms> stored;

    Succession(String ref, LocalDate today, int known, IntFunction<Terms> stored) {
        this.ref = ref;
        this.today = today;
        this.known = known;
        this.stored = stored;
    }

    List<Mistake> check(List<Terms> versions) {
        var mistakes = new ArrayList<Mistake>();
        if (!versions.get(0).contract().equals(ref)) {
            mistakes.add(new Mistake(1, 1, "The file is for contract '" + versions.get(0).contract() + "', not for '" + ref + "'"));
            return mistakes;
        }
        for (int i = 0; i < Math.min(known, versions.size()); i++) {
            if (!same(versions.get(i), stored.apply(i + 1))) {
                mistakes.add(new Mistake(1, 1, "Version " + (i + 1) + " is not as it was activated. Leave it as it is and add a version at the end"));
            }
        }
        if (versions.size() != known + 1) {
            mistakes.add(new Mistake(1, 1, "The file has " + versions.size() + " versions. It must have the " + known
                    + " of today and one new version at the end"));
        } else if (versions.get(known).effective() != null && versions.get(known).effective().isBefore(today)) {
            mistakes.add(new Mistake(1, 1, "The new version takes effect on " + versions.get(known).effective() + ", which has passed"));
        }
        return mistakes;
    }

    /** The same rules; titles, sources and payers who joined later may differ. */
    private static boolean same(Terms a, Terms b) {
        return plain(a, b).equals(plain(b, b)) && a.payers().containsAll(b.payers());
    }

    private static Terms plain(Terms terms, Terms like) {
        return new Terms(terms.contract(), "", "", terms.version(), terms.effective(), terms.appliesToOpenReferrals(),
                terms.referralsUntil(), "", terms.payee(), terms.provider(), like.payers(), terms.cohort(), terms.limits(), terms.trial(),
                terms.deadlines(), terms.practice(), terms.sampling(), terms.approving(), terms.outcomes(), terms.fees());
    }
}
