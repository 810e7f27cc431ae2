package org.placewell.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.referral.AboutPerson.Wishes;
import org.placewell.referral.Language;
import org.placewell.shared.Words;

/**
 * Which specialist suits a person: a pure comparison that says why. Whoever has no room, is away or has too many people who are
 * still in a job cannot take the person at all; among the others the clinical team and language count most, then the wish for a woman
 * or a man; free room counts so that one caseload does not fill up beside an empty one. The weights are the house's own.
 */
final class Match {

    private static final int OWN_TEAM = 3;
    private static final int NEW_TEAM = 1;
    private static final int LANGUAGE = 3;
    private static final int WISH = 2;
    /** For a caseload that is empty; a part of it in proportion. */
    private static final int ROOM = 4;
    /** By so much another specialist must suit the person better before the leader has to say why it is not them. */
    private static final int CLEARLY = 2;

    private Match() {}

    /**
     * The specialists, best first.
     *
     * @param retentionPercent the most of a full caseload that may still be in a job; 100 for no limit
     */
    static List<Fit> order(Person person, List<RoomView> specialists, int retentionPercent) {
        return specialists.stream().map(one -> fit(person, one, retentionPercent))
                .sorted(Comparator.comparing((Fit fit) -> fit.possible() ? 0 : 1).thenComparing(Comparator.comparingInt(Fit::total).reversed())
                        .thenComparing(Comparator.comparingInt((Fit fit) -> fit.who().room()).reversed()).thenComparing(fit -> fit.who().username()))
                .toList();
    }

    /** Whether somebody else who could take the person suits them clearly better than the one chosen. */
    static boolean betterThan(Fit chosen, List<Fit> all) {
        return all.stream().anyMatch(other -> other.possible() && other.score() >= chosen.score() + CLEARLY && other.total() > chosen.total());
    }

    /** Places for people who are still in a job: the share of a full caseload, rounded down, but one at least when there is a share at all. */
    static int retentionPlaces(RoomView who, int percent) {
        return percent == 0 ? 0 : Math.max(1, who.places() * percent / 100);
    }

    private static Fit fit(Person person, RoomView who, int retentionPercent) {
        var good = new ArrayList<String>();
        var missing = new ArrayList<String>();
        int score = team(person, who, good, missing) + language(person.wishes(), who, good, missing) + wish(person.wishes(), who, good, missing);
        return new Fit(who, score, List.copyOf(good), List.copyOf(missing), thirdTeam(person, who), percent(person, who),
                refusal(person, who, retentionPercent));
    }

    private static int team(Person person, RoomView who, List<String> good, List<String> missing) {
        if (who.attached().contains(person.clinicalTeam())) {
            good.add("belongs to the person’s clinical team");
            return OWN_TEAM;
        }
        if (thirdTeam(person, who)) {
            missing.add("belongs to two other clinical teams already");
            return 0;
        }
        missing.add("new to the person’s clinical team");
        return NEW_TEAM;
    }

    private static int language(Wishes wishes, RoomView who, List<String> good, List<String> missing) {
        if (wishes.languages().isEmpty() || wishes.languages().contains(Language.ENGLISH.code())) {
            return 0;
        }
        var shared = wishes.languages().stream().filter(who.languages()::contains).toList();
        if (shared.isEmpty()) {
            missing.add("does not speak " + String.join(" or ", Language.labelsOf(wishes.languages())));
            return 0;
        }
        good.add("speaks " + String.join(" and ", Language.labelsOf(shared)));
        return LANGUAGE;
    }

    private static int wish(Wishes wishes, RoomView who, List<String> good, List<String> missing) {
        if (!wishes.specialist().equals("woman") && !wishes.specialist().equals("man")) {
            return 0;
        }
        if (who.gender().equals(wishes.specialist())) {
            good.add("is a " + who.gender() + ", as the person wishes");
            return WISH;
        }
        missing.add("the person would rather work with a " + wishes.specialist());
        return 0;
    }

    private static boolean thirdTeam(Person person, RoomView who) {
        return !who.attached().contains(person.clinicalTeam()) && who.attached().size() >= Rooms.CLINICAL_TEAMS;
    }

    /** What the share of the specialist's own clinical teams comes to; a person of one of these never lowers it. */
    private static int percent(Person person, RoomView who) {
        return who.attached().contains(person.clinicalTeam()) ? 100 : who.percentWith(person.clinicalTeam());
    }

    private static String refusal(Person person, RoomView who, int retentionPercent) {
        if (who.awayUntil() != null) {
            return "away until " + Words.date(who.awayUntil());
        }
        var away = who.longAway(person.begins());
        if (away.isPresent()) {
            return "away from " + Words.date(away.get().from()) + " to " + Words.date(away.get().until()) + ", when support would begin";
        }
        if (who.room() == 0) {
            return "no room: " + who.taken() + " of " + who.places() + " places are taken";
        }
        int most = retentionPlaces(who, retentionPercent);
        if (person.stillInJob() && retentionPercent < 100 && who.retention() >= most) {
            return "no room for someone who still has a job: " + who.retention() + " of " + most + " such places are taken";
        }
        return "";
    }

    /**
     * What matters about the person.
     *
     * @param stillInJob whether they had a job when referred: such people may take up only a share of a caseload
     * @param begins the day by which support begins: nobody is given to a specialist who is away for long on that day
     */
    record Person(String clinicalTeam, Wishes wishes, boolean stillInJob, LocalDate begins) {}

    /**
     * How one specialist suits.
     *
     * @param score how they suit, without regard to room
     * @param good what speaks for them
     * @param missing what is not as it should be
     * @param thirdTeam whether the person would bring a third clinical team
     * @param teamPercent how many percent of the caseload would come from the specialist's own clinical teams with this person
     * @param refusal why they cannot take the person; empty when they can
     */
    record Fit(RoomView who, int score, List<String> good, List<String> missing, boolean thirdTeam, int teamPercent, String refusal) {

        boolean possible() {
            return refusal.isEmpty();
        }

        /** Whether too few of the caseload would come from the specialist's own clinical teams. */
        boolean tooFewFromTeams() {
            return teamPercent < Rooms.TEAM_PERCENT;
        }

        /** How they suit, and how much room they have. */
        int total() {
            return score + (who.places() == 0 ? 0 : ROOM * who.room() / who.places());
        }

        /** The reasons in one sentence without a name, such as {@code belongs to the person’s clinical team; speaks Somali; 7 of 20 places free}. */
        String sentence() {
            var parts = new ArrayList<>(good);
            parts.addAll(missing);
            parts.add(possible() ? who.room() + " of " + who.places() + " places free" : refusal);
            return String.join("; ", parts);
        }
    }
}
