package org.placewell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One list of a thousand to a million people: the position of somebody in the middle, and the leader's page of the first of them. */
@Tag("bench")
@PlacewellTest
class WaitingBenchTest {

    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    @Autowired
    World world;
    @Autowired
    WaitingList waitingList;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final Map<String, Long> figures = new LinkedHashMap<>();

    @Test
    @DisplayName("Position and list of one contract and team at up to a million people; everything is taken back")
    void position() throws Exception {
        clock.stopAt(LocalDate.of(2026, 4, 14));
        var service = world.under("mhep-haringey-barnet");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long person = jdbc.sql("insert into person (no_number_reason, given_name, family_name, birth_date) values ('notKnown', 'Ada', 'Bench', '1990-01-01')"
                    + " returning id").query(Long.class).single();
            int before = 0;
            for (int size : SIZES) {
                fill(service, person, before, size);
                before = size;
                var middle = ref(size / 2);
                figures.put(size + " people: position of one, ms", median(() -> assertThat(waitingList.view(middle, Actor.system())).isPresent()));
                figures.put(size + " people: the leader's list, ms", median(() -> assertThat(waitingList.positions(service.contract(), service.team(),
                        service.leader())).hasSize(Math.min(size, 2000))));
                figures.put(size + " people: which lists there are, ms", median(() -> assertThat(waitingList.lists(service.leader())).hasSize(1)));
            }
        });
        Figures.write("waiting", "One waiting list of a thousand to a million people", figures);
    }

    private void fill(World.Service service, long person, int from, int to) {
        jdbc.sql("""
                        insert into referral (ref, person_id, contract_ref, contract_version, clinical_team_id, team_id, referrer_username, status, received_at,
                            referred_on, accepted_on, work_wish, out_of_work, benefits, last_worked, job_soon, end_reason, ended_on)
                        select 'R-' || lpad(n::text, 7, '0'), :person, :contract, 1, :clinic, :team, :clinician, 'ENDED', now(), '2025-01-01', '2025-01-02', 'wish',
                            true, true, 'never', false, 'FINISHED', '2026-01-01' from generate_series(cast(:from as int) + 1, :to) n""")
                .param("person", person).param("contract", service.contract()).param("clinic", service.clinicalTeam()).param("team", service.team())
                .param("clinician", service.clinician().username()).param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into waiting_entry (referral_ref, contract_ref, team_id, joined_on, priority, priority_rule, priority_reason, status)
                        select 'R-' || lpad(n::text, 7, '0'), :contract, :team, date '2024-01-01' + (n * 7919::bigint % 700)::int, 1 + n % 4, 'bench', 'bench', 'WAITING'
                        from generate_series(cast(:from as int) + 1, :to) n""")
                .param("contract", service.contract()).param("team", service.team()).param("from", from).param("to", to).update();
    }

    private static String ref(int number) {
        return String.format("R-%07d", number);
    }

    private static long median(Runnable work) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            long began = System.nanoTime();
            work.run();
            if (i >= 2) {
                times.add((System.nanoTime() - began) / 1_000_000);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
