package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.caseload.Spread.Case;
import org.placewell.caseload.Spread.Share;
import org.placewell.referral.AboutPerson.Wishes;

/** Sharing a caseload out among colleagues. */
class SpreadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Wishes SOMALI = new Wishes(List.of("so"), "", "", "");

    @Test
    @DisplayName("Whoever needs somebody particular goes first, so that the one place with the colleague who speaks their language is theirs")
    void particular() {
        var shares = Spread.of(List.of(aCase("first", "east", Wishes.NONE, false), aCase("somali", "east", SOMALI, false)),
                List.of(room("ann", 1, List.of("east"), List.of("so")), room("ben", 20, List.of("west"), List.of())));
        assertThat(shares).extracting(share -> share.referralRef() + " to " + share.suggested()).containsExactly("somali to ann", "first to ben");
    }

    @Test
    @DisplayName("When the colleagues are full the rest stay, and each reason says so; the share of people still in a job holds while sharing out")
    void full() {
        var shares = Spread.of(IntStream.range(0, 4).mapToObj(n -> aCase("p" + n, "east", Wishes.NONE, false)).toList(),
                List.of(room("ann", 1, List.of("east"), List.of()), room("ben", 2, List.of("east"), List.of())));
        assertThat(shares).extracting(Share::suggested).containsOnlyOnce("ann").containsNull().hasSize(4);
        assertThat(shares.get(3).order()).extracting(Match.Fit::refusal).containsExactlyInAnyOrder("no room: 1 of 1 places are taken", "no room: 2 of 2 places are taken");
        var workers = Spread.of(IntStream.range(0, 5).mapToObj(n -> aCase("w" + n, "east", Wishes.NONE, true)).toList(),
                List.of(room("ann", 20, List.of("east"), List.of())));
        assertThat(workers.stream().filter(share -> share.suggested() != null)).as("15 % of twenty").hasSize(3);
    }

    @Test
    @DisplayName("Everybody is shared out once, nobody gets more than they have places for, and nobody stays while a colleague could take them")
    void always() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            var colleagues = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(n -> room("s" + n, random.nextInt(8),
                    List.of(List.<String>of(), List.of("east"), List.of("west", "north")).get(random.nextInt(3)), random.nextBoolean() ? List.of("so") : List.of())).toList();
            var cases = IntStream.range(0, random.nextInt(20)).mapToObj(n -> aCase("p" + n, random.nextBoolean() ? "east" : "west",
                    random.nextInt(4) == 0 ? SOMALI : Wishes.NONE, false)).toList();
            var shares = Spread.of(cases, colleagues);
            assertThat(shares).as("seed %d", seed).extracting(Share::referralRef).containsExactlyInAnyOrderElementsOf(cases.stream().map(Case::referralRef).toList());
            long given = shares.stream().filter(share -> share.suggested() != null).count();
            assertThat(given).as("seed %d", seed).isEqualTo(Math.min(cases.size(), colleagues.stream().mapToInt(RoomView::room).sum()));
            for (var one : colleagues) {
                assertThat(shares.stream().filter(share -> one.username().equals(share.suggested())).count()).as("seed %d", seed).isLessThanOrEqualTo(one.room());
            }
        }
    }

    private static Case aCase(String ref, String clinicalTeam, Wishes wishes, boolean stillInJob) {
        return new Case(ref, new Match.Person(clinicalTeam, wishes, stillInJob, DAY), 15);
    }

    private static RoomView room(String name, int places, List<String> attached, List<String> languages) {
        return new RoomView(name, name, "team", 100, places, 0, 0, attached, attached, !attached.isEmpty(), 0, 0, null, List.of(), languages, "");
    }
}
