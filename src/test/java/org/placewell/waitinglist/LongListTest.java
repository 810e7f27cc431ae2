package org.placewell.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Grant;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists longer than what is shown at once: the first of them stand where they would if all were shown. Everything is taken back. */
@PlacewellTest
class LongListTest {

    private static final String ONE = "mhep-haringey-barnet";
    private static final String OTHER = "mhep-tower-hamlets-mh";

    @Autowired
    World world;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    WaitingList waitingList;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    private record Entry(String ref, int priority, int line) {}

    @Test
    @DisplayName("The first 2,000 of a list have their positions in the whole of it; a second list of the team is reached by asking for it")
    void first() {
        long seed = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var service = world.under(ONE);
            var random = new Random(seed);
            var long1 = fill(service, ONE, 8_000_000, WaitingList.MOST + 150, random);
            var short1 = fill(service, OTHER, 8_100_000, 41, random);
            var leader = service.leader();
            var all = waitingList.positions(null, null, leader);
            assertThat(refs(all)).as("seed %s", seed).isEqualTo(refs(long1).subList(0, WaitingList.MOST));
            assertThat(all).extracting(WaitingRow::position).first().isEqualTo(1);
            assertThat(all.get(all.size() - 1).position()).isEqualTo(WaitingList.MOST);
            assertThat(all).filteredOn(WaitingRow::offered).as("an offered place keeps its position").isNotEmpty();
            var second = waitingList.positions(OTHER, null, leader);
            assertThat(refs(second)).as("seed %s", seed).isEqualTo(refs(short1));
            assertThat(second).extracting(WaitingRow::position).startsWith(1, 2, 3).endsWith(40);
            assertThat(waitingList.view(short1.get(39).ref(), Actor.system()).orElseThrow().position()).as("without those offered a place")
                    .isEqualTo(40 - second.subList(0, 39).stream().filter(WaitingRow::offered).count());
            assertThat(waitingList.lists(leader)).containsExactly(new WaitingKey(ONE, service.team()), new WaitingKey(OTHER, service.team()));
            var ofOther = leaderOf(service, OTHER);
            assertThat(waitingList.lists(ofOther)).containsExactly(new WaitingKey(OTHER, service.team()));
            assertThat(refs(waitingList.positions(null, null, ofOther))).isEqualTo(refs(short1));
            assertThat(waitingList.positions(ONE, service.team(), ofOther)).isEmpty();
            assertThat(waitingList.lists(service.specialist())).isEmpty();
        });
    }

    private Actor leaderOf(World.Service service, String contract) {
        var name = "leaderof" + service.number();
        people.person(name, "Leader of one", "correct horse battery", false);
        people.grant(name, Role.TEAM_LEADER, service.leader().grants().stream().map(Grant::organisation).findFirst().orElseThrow(), service.team(), contract);
        return actors.find(name).orElseThrow();
    }

    private static List<String> refs(List<?> rows) {
        return rows.stream().map(row -> row instanceof WaitingRow waiting ? waiting.referralRef() : ((Entry) row).ref()).toList();
    }

    /** @return those on the list, in the order that the rule says: priority, day in line, reference */
    private List<Entry> fill(World.Service service, String contract, int first, int size, Random random) {
        long person = jdbc.sql("insert into person (no_number_reason, given_name, family_name, birth_date) values ('notKnown', 'Ada', 'Long', '1990-01-01')"
                + " returning id").query(Long.class).single();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < size; i++) {
            entries.add(new Entry("R-" + (first + i), 1 + random.nextInt(4), random.nextInt(300)));
        }
        jdbc.sql("""
                        insert into referral (ref, person_id, contract_ref, contract_version, clinical_team_id, team_id, referrer_username, status, received_at,
                            referred_on, accepted_on, work_wish, out_of_work, benefits, last_worked, job_soon, end_reason, ended_on)
                        select ref, :person, :contract, 1, :clinic, :team, :clinician, 'ENDED', now(), '2025-01-01', '2025-01-02', 'wish',
                            true, true, 'never', false, 'FINISHED', '2026-01-01' from unnest(:refs) ref""")
                .param("person", person).param("contract", contract).param("clinic", service.clinicalTeam()).param("team", service.team())
                .param("clinician", service.clinician().username()).param("refs", entries.stream().map(Entry::ref).toArray(String[]::new)).update();
        jdbc.sql("""
                        insert into waiting_entry (referral_ref, contract_ref, team_id, joined_on, priority, priority_rule, priority_reason, status, line_since)
                        select e.ref, :contract, :team, date '2024-01-01', e.priority, 'test', 'test',
                            case when e.n % 9 = 0 then 'OFFERED' else 'WAITING' end, date '2024-01-01' + e.line
                        from unnest(cast(:refs as text[]), cast(:priorities as int[]), cast(:lines as int[])) with ordinality e(ref, priority, line, n)""")
                .param("contract", contract).param("team", service.team()).param("refs", entries.stream().map(Entry::ref).toArray(String[]::new))
                .param("priorities", entries.stream().map(Entry::priority).toArray(Integer[]::new))
                .param("lines", entries.stream().map(Entry::line).toArray(Integer[]::new)).update();
        // Whoever has left the list stands in nobody's way.
        jdbc.sql("update waiting_entry set status = 'PLACED' where referral_ref = ?").param(entries.remove(0).ref()).update();
        return entries.stream().sorted(Comparator.comparing(Entry::priority).thenComparing(Entry::line).thenComparing(Entry::ref)).toList();
    }
}
