package org.placewell.waitinglist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.referral.EndReason;
import org.placewell.referral.Outreach;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The waiting list's SQL: position is one ordering, in one index. */
@Component
class WaitingStore {

    /** Contract and employment team of every list that the reader leads, with somebody on it or nobody, narrowed to a contract and a team unless these are null. */
    private static final String LISTS = """
            select c.contract_ref, t.id as team_id from team t cross join (select distinct contract_ref from contract_version) c
            where (cast(:contract as text) is null or c.contract_ref = :contract) and (cast(:team as text) is null or t.id = :team)
              and (:system or exists (select 1 from role_grant g where g.username = :me and g.role = 'TEAM_LEADER'
                  and g.organisation_id = t.organisation_id and (g.team_id is null or g.team_id = t.id)
                  and (g.contract_ref is null or g.contract_ref = c.contract_ref)))
            """;
    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The grade of support that a team leader chose instead of the table's at triage; empty where the table's stands. */
    Optional<Chosen> chosenGrade(String ref) {
        return jdbc.sql("""
                        select coalesce((select a.graded from grade_again a where a.referral_ref = g.referral_ref order by a.id desc limit 1), g.graded),
                            need, reason, chosen_by, cast(chosen_at at time zone 'Europe/London' as date) from triage_grade g
                        where referral_ref = ?""").param(ref)
                .query((row, n) -> new Chosen(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class)))
                .optional();
    }

    /**
     * @param since the first day of the wait; where it lies before the acceptance, the acceptance counts as a look at it
     * @return false when the entry is there already
     */
    boolean join(ReferralView referral, LocalDate since, Map<String, Object> priority, String reason) {
        return jdbc.sql("""
                        insert into waiting_entry (referral_ref, contract_ref, team_id, joined_on, priority, priority_rule, priority_reason, status,
                            reviewed_on, table_priority)
                        values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict do nothing""")
                .params(referral.ref(), referral.contractRef(), referral.team(), since, priority.get("priority"), priority.get("rule"), reason,
                        since.isBefore(referral.acceptedOn()) ? referral.acceptedOn() : null, priority.get("priority"))
                .update() == 1;
    }

    Optional<WaitingEntry> find(String ref) {
        return entry("select * from waiting_entry where referral_ref = ?", ref);
    }

    /** The entry, which stays as it is until the transaction ends. */
    Optional<WaitingEntry> lock(String ref) {
        return entry("select * from waiting_entry where referral_ref = ? for no key update", ref);
    }

    private Optional<WaitingEntry> entry(String sql, String ref) {
        return jdbc.sql(sql).param(ref)
                .query((row, n) -> WaitingEntry.of(row))
                .optional();
    }

    /** Moves along the table only; false when the entry is not in a status that may go there. */
    boolean move(String ref, WaitingStatus to) {
        return jdbc.sql("update waiting_entry set status = :to where referral_ref = :ref and status in (:before)")
                .param("to", to.name()).param("ref", ref).param("before", WaitingStatus.MOVES.before(to).stream().map(Enum::name).toList())
                .update() == 1;
    }

    /** How many people wait before this one: better priority, or the same and a longer wait. */
    long ahead(String ref) {
        return jdbc.sql("""
                        select count(*) from waiting_entry e, waiting_entry me
                        where me.referral_ref = ? and e.contract_ref = me.contract_ref and e.team_id = me.team_id and e.status = 'WAITING'
                          and (e.priority, e.line_date, e.referral_ref) < (me.priority, me.line_date, me.referral_ref)""")
                .param(ref).query(Long.class).single();
    }

    long waiting(String contract, String team) {
        return jdbc.sql("select count(*) from waiting_entry where contract_ref = ? and team_id = ? and status in ('WAITING', 'OFFERED')")
                .params(contract, team).query(Long.class).single();
    }

    /** The lists on which somebody waits, as far as the actor leads them. */
    List<WaitingKey> lists(Actor actor) {
        // The limit keeps the database from reading everybody who waits to find out where somebody does.
        return jdbc.sql("select l.contract_ref, l.team_id from (" + LISTS + """
                        ) l cross join lateral (select 1 from waiting_entry e where e.contract_ref = l.contract_ref and e.team_id = l.team_id
                            and e.status in ('WAITING', 'OFFERED') limit 1) somebody order by 1, 2""")
                .param("contract", null).param("team", null).param("system", actor.isSystem()).param("me", actor.username())
                .query((row, n) -> new WaitingKey(row.getString(1), row.getString(2))).list();
    }

    /** The first of those who wait: an index holds each list in its order, so that nobody behind them is read. */
    List<Row> rows(String contract, String team, Actor actor) {
        return jdbc.sql("""
                        select w.*, p.given_name || ' ' || p.family_name as name, r.clinical_team_id, r.contract_version,
                               j.from_priority, j.jumped_by, j.jumped_on from (
                            select e.* from (""" + LISTS + """
                            ) l cross join lateral (
                                select x.*, row_number() over (order by x.priority, x.line_date, x.referral_ref) as position from waiting_entry x
                                where x.contract_ref = l.contract_ref and x.team_id = l.team_id and x.status in ('WAITING', 'OFFERED')
                                order by x.priority, x.line_date, x.referral_ref limit :most) e
                            order by e.contract_ref, e.team_id, e.position limit :most) w
                        join referral r on r.ref = w.referral_ref join person p on p.id = r.person_id
                        left join lateral (select * from waiting_jump x where x.referral_ref = w.referral_ref order by x.id desc limit 1) j on true
                        where :system or exists (select 1 from case_access a where a.referral_ref = w.referral_ref and a.username = :me
                            and a.role = 'TEAM_LEADER')
                        order by w.contract_ref, w.team_id, w.position""")
                .param("most", WaitingList.MOST)
                .param("contract", contract).param("team", team).param("system", actor.isSystem()).param("me", actor.username())
                .query((row, n) -> new Row(row.getString("referral_ref"), row.getString("name"), row.getString("contract_ref"),
                        row.getInt("contract_version"), row.getString("team_id"), row.getInt("position"), row.getInt("priority"),
                        row.getString("priority_reason"), row.getObject("joined_on", LocalDate.class), row.getObject("reviewed_on", LocalDate.class),
                        row.getString("status").equals("OFFERED"), row.getString("clinical_team_id"), row.getObject("line_since", LocalDate.class),
                        row.getObject("from_priority", Integer.class), row.getString("jumped_by"), row.getObject("jumped_on", LocalDate.class)))
                .list();
    }

    /** Changes of priority and places offered out of turn since a day, for the leaders of the people concerned; newest first. */
    List<JumpView> jumps(LocalDate since, Actor actor) {
        return jdbc.sql("""
                        select x.*, p.given_name || ' ' || p.family_name as name, r.contract_ref, r.team_id, u.display_name from (
                            select referral_ref, jumped_on as on_day, jumped_by as by_whom,
                                   'Priority ' || from_priority || ' to ' || to_priority as what, reason from waiting_jump where jumped_on >= :since
                            union all
                            select referral_ref, offered_on, offered_by, 'Offered a place from position ' || position, reason from waiting_offer
                            where position > 1 and offered_on >= :since) x
                        join referral r on r.ref = x.referral_ref join person p on p.id = r.person_id left join app_user u on u.username = x.by_whom
                        where exists (select 1 from case_access a where a.referral_ref = x.referral_ref and a.username = :me and a.role = 'TEAM_LEADER')
                        order by x.on_day desc, x.referral_ref limit 200""")
                .param("since", since).param("me", actor.username())
                .query((row, n) -> new JumpView(row.getString("referral_ref"), row.getString("name"), row.getString("contract_ref"),
                        row.getString("team_id"), row.getObject("on_day", LocalDate.class), row.getString("display_name"), row.getString("what"),
                        row.getString("reason")))
                .list();
    }

    /** One more refused place. @return how many since the person last had their place in line */
    int refused(String ref) {
        return jdbc.sql("update waiting_entry set refusals = refusals + 1 where referral_ref = ? returning refusals").param(ref)
                .query(Integer.class).single();
    }

    /** The line counts from that day for this person; the length of the wait stays. */
    void toTheEnd(String ref, LocalDate on) {
        jdbc.sql("update waiting_entry set line_since = ?, refusals = 0 where referral_ref = ?").params(on, ref).update();
    }

    void offer(String ref, String specialist, String by, LocalDate on, LocalDate answerBy, long position, String reason) {
        jdbc.sql("""
                        insert into waiting_offer (referral_ref, specialist, offered_by, offered_on, answer_by, position, reason)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(ref, specialist, by, on, answerBy, position, reason).update();
    }

    /** @return false when no offer was open */
    boolean closeOffer(String ref, String answer, LocalDate on) {
        return jdbc.sql("update waiting_offer set answer = ?, answered_on = ? where referral_ref = ? and answer is null").params(answer, on, ref)
                .update() == 1;
    }

    /** @return false when no offer is open */
    boolean passOffer(String ref, String specialist) {
        return jdbc.sql("update waiting_offer set specialist = ? where referral_ref = ? and answer is null").params(specialist, ref).update() == 1;
    }

    Optional<Offer> lastOffer(String ref) {
        return jdbc.sql("select specialist, offered_on, answer_by, answer from waiting_offer where referral_ref = ? order by id desc limit 1").param(ref)
                .query((row, n) -> new Offer(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getString(4)))
                .optional();
    }

    int missed(String ref) {
        return jdbc.sql("update waiting_entry set offers_missed = offers_missed + 1 where referral_ref = ? returning offers_missed").param(ref)
                .query(Integer.class).single();
    }

    /**
     * What has been in vain since somebody last spoke to the person. Only later days than that of the contact count, so that an offer made on
     * that day, or before it, is not held against somebody who was reached.
     *
     * @param needed how many offers, and days of attempts, the contract wants
     */
    Silence silence(String ref, int needed) {
        var since = jdbc.sql("select max(tried_on) from waiting_outreach where referral_ref = ? and reached").param(ref)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single().orElse(LocalDate.EPOCH);
        int missed = jdbc.sql("select count(*) from waiting_offer where referral_ref = ? and answer = 'noAnswer' and offered_on > ?").params(ref, since)
                .query(Integer.class).single();
        return new Silence(missed, needed, new Outreach(attempts(ref).stream().filter(tried -> !tried.reached() && tried.on().isAfter(since))
                .map(tried -> new Outreach.Attempt(tried.on(), tried.channel())).toList(), needed));
    }

    void leaves(String ref, EndReason reason) {
        jdbc.sql("update waiting_entry set leave_reason = ? where referral_ref = ?").params(reason.name(), ref).update();
    }

    void reviewed(String ref, LocalDate on) {
        jdbc.sql("update waiting_entry set reviewed_on = ? where referral_ref = ?").params(on, ref).update();
    }

    /** @return false when the entry is not on the list any more */
    boolean priority(String ref, int priority, String rule, String reason) {
        return jdbc.sql("update waiting_entry set priority = ?, priority_rule = ?, priority_reason = ? where referral_ref = ? and status in ('WAITING', 'OFFERED')")
                .params(priority, rule, reason, ref).update() == 1;
    }

    /** Keeps what the decision table gives, whether or not it stands. */
    void byTable(String ref, int priority) {
        jdbc.sql("update waiting_entry set table_priority = ? where referral_ref = ?").params(priority, ref).update();
    }

    void jump(String ref, int from, int to, String reason, String by, LocalDate on) {
        jdbc.sql("insert into waiting_jump (referral_ref, from_priority, to_priority, reason, jumped_by, jumped_on) values (?, ?, ?, ?, ?, ?)")
                .params(ref, from, to, reason, by, on).update();
    }

    void outreach(String ref, LocalDate on, String channel, boolean reached, String by) {
        jdbc.sql("insert into waiting_outreach (referral_ref, tried_on, channel, reached, recorded_by) values (?, ?, ?, ?, ?)")
                .params(ref, on, channel, reached, by).update();
    }

    List<Attempt> attempts(String ref) {
        return jdbc.sql("select tried_on, channel, reached, recorded_by from waiting_outreach where referral_ref = ? order by tried_on, id").param(ref)
                .query((row, n) -> new Attempt(row.getObject(1, LocalDate.class), row.getString(2), row.getBoolean(3), row.getString(4))).list();
    }

    record Row(String ref, String name, String contractRef, int version, String team, int position, int priority, String reason, LocalDate joinedOn,
            LocalDate reviewedOn, boolean offered, String clinicalTeam, LocalDate lineSince, Integer jumpedFrom, String jumpedBy, LocalDate jumpedOn) {}

    record Chosen(String graded, String need, String reason, String by, LocalDate on) {

        String sentence() {
            return "The team leader chose the grade " + need + " instead of " + graded + ": " + reason;
        }
    }

    record Offer(String specialist, LocalDate offeredOn, LocalDate answerBy, String answer) {}
}
