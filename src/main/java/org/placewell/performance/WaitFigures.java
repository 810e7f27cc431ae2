package org.placewell.performance;

import java.util.List;
import org.placewell.referral.EndReason;
import org.placewell.triage.HandBackReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The waits of a contract as they stood at the end of the last whole month, in SQL. Reads other rooms' tables, writes none. */
final class WaitFigures {

    /** The team as both its names: who refers, and who serves. A day recorded as earlier than the wait's first makes no wait below nought. */
    private static final String GROUPS = """
            select greatest(0, %s) as days, c.name || ' (' || o.name || ')' as team, r.need, p.ethnicity, p.sex, %s as reason
            from referral r join person p on p.id = r.person_id join team c on c.id = r.clinical_team_id
            join team t on t.id = r.team_id join organisation o on o.id = t.organisation_id
            """;
    private static final String ENTRY = "join waiting_entry e on e.referral_ref = r.ref ";
    private static final String ACCEPTED = "join waiting_offer f on f.referral_ref = e.referral_ref and f.answer = 'accepted' ";
    private static final String OF_CONTRACT = " where r.contract_ref = :contract and ";
    private static final String IN_PERIOD = " between :first and :last and ";

    private final JdbcClient jdbc;
    private final String contract;
    private final Period period;

    WaitFigures(JdbcClient jdbc, String contract, Period period) {
        this.jdbc = jdbc;
        this.contract = contract;
        this.period = period;
    }

    List<Waits.Wait> of(Who who) {
        return query(who.sql).query((row, n) -> new Waits.Wait(row.getInt("days"), row.getString("team"), row.getString("need"),
                row.getString("ethnicity"), row.getString("sex"), who.label(row.getString("reason")))).list();
    }

    /**
     * Which of the numbers of those who waited, took a place and left may be shown. Together with everybody else who was accepted they make
     * up the funnel's number, so that one of them hidden alone could be worked out.
     *
     * @param accepted everybody accepted up to the period's last day
     * @return the three numbers in this order, null where hidden
     */
    List<Long> shown(long accepted) {
        long waited = count(Who.WAITED);
        long placed = count(Who.PLACED);
        long left = count(Who.LEFT);
        return Suppression.parts(List.of(waited, placed, left, Math.max(0, accepted - waited - placed - left))).subList(0, 3);
    }

    private long count(Who who) {
        return query("select count(*) from (" + who.sql + ") found").query(Long.class).single();
    }

    private JdbcClient.StatementSpec query(String sql) {
        return jdbc.sql(sql).param("contract", contract).param("first", period.first()).param("last", period.last());
    }

    /** A set of people whose waits are compared. */
    enum Who {
        WAITED("waited", List.of(), GROUPS.formatted("cast(:last as date) - e.joined_on", "null") + ENTRY + "left " + ACCEPTED + OF_CONTRACT
                + "e.joined_on <= :last and (e.status in ('WAITING', 'OFFERED') or e.status = 'PLACED' and f.answered_on > :last"
                + " or e.status in ('LEFT', 'ENDED') and r.ended_on > :last)"),
        PLACED("placed", List.of(), GROUPS.formatted("f.answered_on - e.joined_on", "null") + ENTRY + ACCEPTED + OF_CONTRACT
                + "f.answered_on" + IN_PERIOD + "e.status = 'PLACED'"),
        LEFT("left", Waits.LEAVING, GROUPS.formatted("r.ended_on - e.joined_on", "r.end_reason") + ENTRY + OF_CONTRACT
                + "r.ended_on" + IN_PERIOD + "e.status in ('LEFT', 'ENDED')"),
        HANDED_BACK("handed-back", Waits.HANDING_BACK, GROUPS.formatted("cast(g.decided_at at time zone 'Europe/London' as date) - r.referred_on",
                "g.hand_back_reason") + "join triage g on g.referral_ref = r.ref" + OF_CONTRACT
                + "cast(g.decided_at at time zone 'Europe/London' as date)" + IN_PERIOD + "r.status = 'HANDED_BACK'");

        private final String key;
        private final List<String> reasons;
        private final String sql;

        Who(String key, List<String> reasons, String sql) {
            this.key = key;
            this.reasons = reasons;
            this.sql = sql;
        }

        /** Its place on the page. */
        String key() {
            return key;
        }

        /** Every reason that somebody may have, in words, whether anybody has it or not; empty where there are none. */
        List<String> reasons() {
            return reasons;
        }

        private String label(String reason) {
            return reason == null ? null : this == HANDED_BACK ? HandBackReason.ofCode(reason).label() : EndReason.valueOf(reason).label();
        }
    }
}
