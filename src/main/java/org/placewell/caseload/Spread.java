package org.placewell.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.caseload.Match.Fit;

/**
 * Shares a caseload out among colleagues: a pure suggestion. Those who need somebody particular (a language, a woman or a man) go first, so
 * that the one colleague who suits them is not full by then; then those who have been supported longest. Each gets the best match among the
 * colleagues, with the room that the others before have left.
 */
final class Spread {

    private Spread() {}

    /** Somebody who has to be given to a colleague. @param retentionPercent as in {@link Match#order} */
    record Case(String referralRef, Match.Person person, int retentionPercent) {}

    /**
     * @param suggested the colleague's login name; null when none of them can take the person
     * @param order all colleagues for the person, best first, as they stood when it was the person's turn
     */
    record Share(String referralRef, String suggested, List<Fit> order) {}

    /** @param cases those supported longest first */
    static List<Share> of(List<Case> cases, List<RoomView> colleagues) {
        var rooms = new ArrayList<>(colleagues);
        var shares = new ArrayList<Share>();
        for (var one : cases.stream().sorted(Comparator.comparing((Case aCase) -> !particular(aCase.person()))).toList()) {
            var order = Match.order(one.person(), rooms, one.retentionPercent());
            var best = order.stream().filter(Fit::possible).findFirst().map(Fit::who).orElse(null);
            if (best != null) {
                rooms.set(rooms.indexOf(best), best.with(one.person().clinicalTeam(), one.person().stillInJob()));
            }
            shares.add(new Share(one.referralRef(), best == null ? null : best.username(), order));
        }
        return shares;
    }

    private static boolean particular(Match.Person person) {
        return !person.wishes().languages().isEmpty() || person.wishes().specialist().equals("woman") || person.wishes().specialist().equals("man");
    }
}
