package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.placewell.caseload.PlaceStatus;
import org.placewell.claim.ChargeStatus;
import org.placewell.claim.ClaimStatus;
import org.placewell.jobsearch.ApplicationStatus;
import org.placewell.referral.ReferralStatus;
import org.placewell.shared.Transitions;
import org.placewell.statement.StatementStatus;
import org.placewell.sustainment.MilestoneStatus;
import org.placewell.sustainment.SustainmentStatus;
import org.placewell.support.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How everything of a service stands, and whether it can have come there from how it stood a step before: nothing has vanished, and
 * every change of status is a way along its table of moves.
 */
@Component
public class WalkMoves {

    private static final Map<String, Transitions<?>> TABLES = Map.of(
            "referral", ReferralStatus.MOVES, "waiting entry", hidden("waitinglist.WaitingStatus"), "place", PlaceStatus.MOVES,
            "sustainment", SustainmentStatus.MOVES, "milestone", MilestoneStatus.MOVES, "claim", ClaimStatus.MOVES,
            "evidence", hidden("evidence.EvidenceStatus"), "statement", StatementStatus.MOVES, "application", ApplicationStatus.MOVES,
            "charge", ChargeStatus.MOVES);

    /** Things that never vanish but have no status of their own. */
    private static final Set<String> PLAIN = Set.of("job", "person");
    private static final String STANDS = """
            with r as (select ref, person_id, status from referral where team_id = :team)
            select 'referral', ref, status from r
            union all select 'person', r.ref, 'THERE' from r join person p on p.id = person_standing(r.person_id)
            union all select 'waiting entry', w.referral_ref, w.status from waiting_entry w join r on r.ref = w.referral_ref
            union all select 'place', p.id::text, p.status from caseload_place p join r on r.ref = p.referral_ref
            union all select 'job', j.ref, 'THERE' from job j join r on r.ref = j.referral_ref
            union all select 'sustainment', s.job_ref, s.status from sustainment s join r on r.ref = s.referral_ref
            union all select 'milestone', m.job_ref || ' ' || m.weeks, m.status from milestone m join sustainment s on s.job_ref = m.job_ref
                join r on r.ref = s.referral_ref
            union all select 'claim', c.ref, c.status from outcome_claim c join r on r.ref = c.referral_ref
            union all select 'evidence', e.claim_ref, e.status from evidence_case e join r on r.ref = e.referral_ref
            union all select 'application', a.referral_ref || ' ' || a.number, a.status from job_application a join r on r.ref = a.referral_ref
            union all select 'statement', ref, status from statement where contract_ref = :contract
            union all select 'charge', ref, status from charge where contract_ref = :contract""";
    private final JdbcClient jdbc;

    WalkMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How everything stands now, by what and which. */
    Map<String, String> now(World.Service service) {
        var stands = new TreeMap<String, String>();
        jdbc.sql(STANDS).param("team", service.team()).param("contract", service.contract())
                .query((row, n) -> new String[] {row.getString(1) + ":" + row.getString(2), row.getString(3)}).list()
                .forEach(row -> stands.put(row[0], row[1]));
        return stands;
    }

    /** Whether one can come after the other. */
    static void check(Map<String, String> before, Map<String, String> after) {
        before.keySet().forEach(key -> assertThat(after.containsKey(key)).as("still there: " + key).isTrue());
        assertThat(count(after, "person:")).as("referrals whose person can be reached").isEqualTo(count(after, "referral:"));
        after.forEach((key, status) -> {
            var kind = key.substring(0, key.indexOf(':'));
            var earlier = before.get(key);
            if (!PLAIN.contains(kind) && !status.equals(earlier)) {
                assertThat(ways(TABLES.get(kind), earlier)).as(key + " from " + earlier).contains(status);
            }
        });
    }

    private static long count(Map<String, String> stands, String kind) {
        return stands.keySet().stream().filter(key -> key.startsWith(kind)).count();
    }

    /** Wherever the moves can lead from a status, or from the beginnings when there was none. */
    private static <S extends Enum<S>> Set<String> ways(Transitions<S> table, String from) {
        var found = new HashSet<String>();
        var left = new ArrayDeque<S>(from == null ? table.starts() : table.next(Enum.valueOf(table.type(), from)));
        while (!left.isEmpty()) {
            var status = left.poll();
            if (found.add(status.name())) {
                left.addAll(table.next(status));
            }
        }
        return found;
    }

    /** A table that its room keeps to itself. */
    private static Transitions<?> hidden(String name) {
        try {
            var field = Class.forName("org.placewell." + name).getDeclaredField("MOVES");
            field.setAccessible(true);
            return (Transitions<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The kinds that are watched, for the test that none is forgotten. */
    static List<String> watched() {
        return TABLES.values().stream().map(table -> table.type().getSimpleName()).sorted().toList();
    }
}
