package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.caseload.Match.Fit;
import org.placewell.caseload.Match.Person;
import org.placewell.referral.AboutPerson.Wishes;

/** Which specialist suits a person, and why. */
class MatchTest {

    /** A Thursday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Wishes SOMALI_WOMAN = new Wishes(List.of("so"), "", "", "woman");

    @Test
    @DisplayName("The clinical team and the language count more than the wish for a woman or a man, and each reason is said")
    void reasons() {
        var order = Match.order(new Person("east", SOMALI_WOMAN, false, DAY), List.of(one("ann", 5, List.of("west", "north"), List.of(), "woman"),
                one("ben", 5, List.of("east"), List.of("so"), "man"), one("cem", 5, List.of("east"), List.of("tr"), "")), 15);
        assertThat(order).extracting(fit -> fit.who().username()).containsExactly("ben", "cem", "ann");
        assertThat(order).extracting(Fit::sentence).containsExactly(
                "belongs to the person’s clinical team; speaks Somali; the person would rather work with a woman; 15 of 20 places free",
                "belongs to the person’s clinical team; does not speak Somali; the person would rather work with a woman; 15 of 20 places free",
                "is a woman, as the person wishes; belongs to two other clinical teams already; does not speak Somali; 15 of 20 places free");
        assertThat(Match.betterThan(order.get(0), order)).isFalse();
        assertThat(Match.betterThan(order.get(1), order)).as("another speaks the language").isTrue();
        assertThat(Match.betterThan(order.get(2), order)).as("another speaks the language and belongs to the team").isTrue();
    }

    @Test
    @DisplayName("Nobody needs to speak another language for a person who would speak English, and every specialist suits somebody without wishes")
    void english() {
        var english = new Wishes(List.of("so", "en"), "", "", "noPreference");
        for (var wishes : List.of(english, Wishes.NONE)) {
            var order = Match.order(new Person("east", wishes, false, DAY), List.of(one("ann", 5, List.of("east"), List.of(), "")), 15);
            assertThat(order.get(0).sentence()).isEqualTo("belongs to the person’s clinical team; 15 of 20 places free");
        }
    }

    @Test
    @DisplayName("A third clinical team is said, and a full caseload does not fill up beside an empty one")
    void teamAndRoom() {
        var person = new Person("east", Wishes.NONE, false, DAY);
        var order = Match.order(person, List.of(one("ann", 0, List.of("north", "west"), List.of(), ""), one("ben", 18, List.of("east"), List.of(), ""),
                one("cem", 0, List.of(), List.of(), "")), 15);
        assertThat(order).extracting(fit -> fit.who().username()).containsExactly("cem", "ann", "ben");
        assertThat(order.get(1).thirdTeam()).isTrue();
        assertThat(order.get(1).missing()).containsExactly("belongs to two other clinical teams already");
        assertThat(order).as("more room is no reason that must be overruled").noneMatch(fit -> fit != order.get(1) && Match.betterThan(fit, order));
    }

    @Test
    @DisplayName("Who is away, has no room, or has the contract's share of people still in a job cannot take the person, and comes last")
    void refused() {
        var away = new RoomView("ann", "ann", "team", 100, 20, 0, 0, List.of(), List.of(), false, 0, 0, LocalDate.of(2026, 3, 5), List.of(), List.of(), "");
        var full = one("ben", 20, List.of("east"), List.of(), "");
        var kept = new RoomView("cem", "cem", "team", 100, 20, 3, 1, List.of(), List.of(), false, 0, 3, null, List.of(), List.of(), "");
        var order = Match.order(new Person("east", Wishes.NONE, true, DAY), List.of(away, full, kept, one("dan", 19, List.of(), List.of(), "")), 15);
        assertThat(order.get(0).who().username()).isEqualTo("dan");
        assertThat(order).filteredOn(fit -> !fit.possible()).extracting(Fit::refusal).containsExactlyInAnyOrder("away until 5 March 2026",
                "no room: 20 of 20 places are taken", "no room for someone who still has a job: 3 of 3 such places are taken");
        assertThat(Match.order(new Person("east", Wishes.NONE, false, DAY), List.of(kept), 15).get(0).possible()).as("out of work").isTrue();
        assertThat(Match.order(new Person("east", Wishes.NONE, true, DAY), List.of(kept), 100).get(0).possible()).as("no limit").isTrue();
    }

    @Test
    @DisplayName("The share of people still in a job is of a full caseload, rounded down, with one place at least; a share of nought lets nobody in")
    void share() {
        assertThat(Match.retentionPlaces(places(20), 15)).isEqualTo(3);
        assertThat(Match.retentionPlaces(places(19), 15)).isEqualTo(2);
        assertThat(Match.retentionPlaces(places(4), 15)).isEqualTo(1);
        assertThat(Match.retentionPlaces(places(20), 0)).isZero();
    }

    @Test
    @DisplayName("Whoever is listed first never needs a reason, and whoever cannot take the person is never before somebody who can")
    void always() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            var people = new ArrayList<RoomView>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                var teams = List.of(List.<String>of(), List.of("east"), List.of("west"), List.of("west", "north"), List.of("east", "west")).get(random.nextInt(5));
                people.add(new RoomView("s" + i, "s" + i, "team", 100, random.nextInt(21), random.nextInt(12), random.nextInt(3), teams, teams,
                        random.nextBoolean(), 0, random.nextInt(4), random.nextInt(6) == 0 ? LocalDate.of(2026, 3, 5) : null, List.of(), List.of(List.<String>of(), List.of("so")).get(random.nextInt(2)),
                        List.of("", "man", "woman").get(random.nextInt(3))));
            }
            var wishes = new Wishes(random.nextBoolean() ? List.of() : List.of("so"), "", "", List.of("", "woman", "noPreference").get(random.nextInt(3)));
            var order = Match.order(new Person("east", wishes, random.nextBoolean(), DAY), people, random.nextInt(101));
            assertThat(order).as("seed %d", seed).hasSameSizeAs(people);
            assertThat(Match.betterThan(order.get(0), order)).as("seed %d", seed).isFalse();
            assertThat(order.stream().map(Fit::possible).toList()).as("seed %d", seed).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        }
    }

    @Test
    @DisplayName("Whoever is away for a week or more when support would begin cannot take the person; a shorter absence puts nobody off")
    void awayLater() {
        var gone = away(new RoomView.Away(DAY.minusDays(3), DAY.plusDays(3)));
        var fit = Match.order(new Person("east", Wishes.NONE, false, DAY), List.of(gone), 15).get(0);
        assertThat(fit.refusal()).isEqualTo("away from 2 March 2026 to 8 March 2026, when support would begin");
        assertThat(Match.order(new Person("east", Wishes.NONE, false, DAY.plusDays(4)), List.of(gone), 15).get(0).possible()).as("the day after").isTrue();
        assertThat(Match.order(new Person("east", Wishes.NONE, false, DAY.minusDays(4)), List.of(gone), 15).get(0).possible()).as("the day before").isTrue();
        var brief = away(new RoomView.Away(DAY.minusDays(2), DAY.plusDays(3)));
        assertThat(Match.order(new Person("east", Wishes.NONE, false, DAY), List.of(brief), 15).get(0).possible()).as("four working days").isTrue();
    }

    @Test
    @DisplayName("Days away lower the places of their week in proportion to its working days, rounded down; bank holidays are no working days")
    void weeks() {
        var monday = LocalDate.of(2026, 3, 2);
        assertThat(away(new RoomView.Away(monday.plusDays(3), monday.plusDays(7))).placesIn(monday)).as("three of five days there").isEqualTo(12);
        assertThat(away(new RoomView.Away(monday.plusDays(3), monday.plusDays(7))).placesIn(monday.plusWeeks(1))).as("four of five").isEqualTo(16);
        assertThat(away(new RoomView.Away(monday, monday.plusDays(6))).placesIn(monday)).isZero();
        assertThat(away(new RoomView.Away(monday.plusDays(5), monday.plusDays(6))).placesIn(monday)).as("a weekend").isEqualTo(20);
        assertThat(away(new RoomView.Away(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 7))).placesIn(LocalDate.of(2026, 4, 6))).as("Easter week: three of four")
                .isEqualTo(15);
    }

    @Test
    @DisplayName("Nine in ten of a caseload come from the specialist's own clinical teams: whoever would lower the share below that needs a reason")
    void ninety() {
        assertThat(percent(19, 19, true, "west")).as("19 of 20").isEqualTo(95);
        assertThat(percent(8, 8, true, "west")).as("8 of 9").isEqualTo(88);
        assertThat(fit(9, 9, true, "west").tooFewFromTeams()).as("9 of 10").isFalse();
        assertThat(fit(8, 8, true, "west").tooFewFromTeams()).isTrue();
        assertThat(fit(8, 4, true, "east").tooFewFromTeams()).as("somebody of the own team never lowers it").isFalse();
        assertThat(fit(8, 8, false, "west").tooFewFromTeams()).as("a second team that nobody has ruled out becomes the specialist's own").isFalse();
        assertThat(fit(0, 0, true, "west").tooFewFromTeams()).as("the first person").isTrue();
    }

    private static int percent(int open, int fromTeam, boolean recorded, String clinicalTeam) {
        return fit(open, fromTeam, recorded, clinicalTeam).teamPercent();
    }

    private static Fit fit(int open, int fromTeam, boolean recorded, String clinicalTeam) {
        var who = new RoomView("ann", "ann", "team", 100, 25, open, 0, List.of("east"), List.of("east"), recorded, fromTeam, 0, null, List.of(), List.of(), "");
        return Match.order(new Person(clinicalTeam, Wishes.NONE, false, DAY), List.of(who), 15).get(0);
    }

    private static RoomView away(RoomView.Away... when) {
        return new RoomView("ann", "ann", "team", 100, 20, 5, 0, List.of(), List.of(), false, 0, 0, null, List.of(when), List.of(), "");
    }

    private static RoomView one(String name, int open, List<String> attached, List<String> languages, String gender) {
        return new RoomView(name, name, "team", 100, 20, open, 0, attached, attached, false, open, 0, null, List.of(), languages, gender);
    }

    private static RoomView places(int places) {
        return new RoomView("x", "x", "team", 100, places, 0, 0, List.of(), List.of(), false, 0, 0, null, List.of(), List.of(), "");
    }
}
