package org.placewell.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.placewell.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The referral tables' SQL: every finder for a person joins {@code case_access}, every change of status is conditional. */
@Component
class ReferralStore {

    private static final String VIEW = """
            select r.*, p.given_name, p.family_name, p.birth_date, p.nhs_number, p.phone, p.email, p.version as person_version,
                   p.languages, p.contact_by, p.meet_at, p.specialist_wish,
                   consent(r.ref, 'REFERRAL') as consent_referral, consent(r.ref, 'EVIDENCE') as consent_evidence,
                   consent(r.ref, 'EMPLOYERS') as consent_employers
            from referral r join person p on p.id = r.person_id
            """;

    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReferralView> find(String ref) {
        return jdbc.sql(VIEW + " where r.ref = ?").param(ref).query(ReferralStore::view).optional();
    }

    List<ReferralView> all(Collection<String> refs) {
        return jdbc.sql(VIEW + " where r.ref = any(?)").param(refs.toArray(String[]::new)).query(ReferralStore::view).list();
    }

    Optional<ReferralView> find(String ref, Actor actor) {
        return jdbc.sql(VIEW + " where r.ref = :ref and exists (select 1 from case_access a where a.referral_ref = r.ref and a.username = :me)")
                .param("ref", ref).param("me", actor.username()).query(ReferralStore::view).optional();
    }

    boolean works(String ref, String username) {
        return jdbc.sql("select exists (select 1 from case_access where referral_ref = ? and username = ? and role in ('SPECIALIST', 'TEAM_LEADER'))")
                .params(ref, username).query(Boolean.class).single();
    }

    List<ReferralView> referredBy(Actor actor) {
        return jdbc.sql(VIEW + " where r.ref in (select a.referral_ref from case_access a where a.username = :me and a.role = 'CLINICIAN')"
                        + " order by r.received_at desc, r.ref limit 500")
                .param("me", actor.username()).query(ReferralStore::view).list();
    }

    /** Who speaks for the clinical side now: the referrer, unless the last discharge named somebody else; empty for nobody. */
    Optional<ClinicalSide.Speaker> speaker(String ref) {
        return jdbc.sql("""
                        select u.username, who.team, u.active and (who.named or not b.team_speaks is true) and (not who.named or exists (select 1 from role_grant g
                            where g.username = u.username and g.role = 'CLINICIAN' and (who.team is null or g.team_id = who.team))) as there
                        from referral r
                        left join lateral (select * from clinical_discharge where referral_ref = r.ref order by id desc limit 1) d on true
                        cross join lateral (select coalesce(d.contact in ('GP', 'OTHER_TEAM'), false) as named) moved
                        cross join lateral (select moved.named, case when moved.named then d.to_clinician else r.referrer_username end as username,
                            case when moved.named then d.to_team else r.clinical_team_id end as team) who
                        join app_user u on u.username = who.username
                        left join brought_in b on b.referral_ref = r.ref
                        where r.ref = ?""").param(ref)
                .query((row, n) -> new ClinicalSide.Speaker(row.getString("username"), row.getString("team"), row.getBoolean("there"))).optional();
    }

    /** The login names of those who open the record for the clinical side and can still sign in. */
    List<String> clinicians(String ref) {
        return jdbc.sql("""
                        select distinct u.username from case_access a join app_user u on u.username = a.username and u.active
                        where a.referral_ref = ? and a.role = 'CLINICIAN' order by 1""").param(ref).query(String.class).list();
    }

    Optional<ReferralView.Health> health(String ref) {
        return jdbc.sql("select condition_group, clinical_reason, risk_notes from referral_health where referral_ref = ?").param(ref)
                .query((row, n) -> new ReferralView.Health(row.getString(1), row.getString(2), row.getString(3))).optional();
    }

    List<ReferralStep> steps(String ref) {
        return jdbc.sql("select at, status, actor, detail from referral_event where referral_ref = ? order by id").param(ref)
                .query((row, n) -> new ReferralStep(row.getTimestamp(1).toInstant(), ReferralStatus.valueOf(row.getString(2)),
                        row.getString(3), row.getString(4))).list();
    }

    /** Every open referral of a person, the earliest first. */
    List<String> openOf(long person) {
        return jdbc.sql("select ref from referral where person_id = ? and status in (" + open() + ") order by arrival").param(person).query(String.class).list();
    }

    /** The open referral of a person under a contract. */
    Optional<String> open(long person, String contract) {
        return jdbc.sql("select ref from referral where person_id = ? and contract_ref = ? and status in (" + open() + ")")
                .params(person, contract).query(String.class).optional();
    }

    /** @return whether the row is in; false when the reference is taken or the person has an open referral under the contract */
    boolean insert(String ref, long person, int version, String team, String referrer, Instant at, LocalDate on, NewReferral what) {
        return jdbc.sql("""
                        insert into referral (ref, person_id, contract_ref, contract_version, clinical_team_id, team_id, referrer_username, status,
                            received_at, referred_on, area, work_wish, out_of_work, benefits, hours_wanted, last_worked, help_needed, job_soon)
                        values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(ref, person, what.contractRef(), version, what.clinicalTeam(), team, referrer, Timestamp.from(at), on,
                        what.who().area(), what.work().wish(), what.work().outOfWork(), what.work().benefits(), what.work().hoursWanted(),
                        what.work().lastWorked(), what.work().helpNeeded().toArray(String[]::new), what.work().jobSoon())
                .update() == 1;
    }

    void insertHealth(String ref, NewReferral.Health health) {
        jdbc.sql("insert into referral_health (referral_ref, condition_group, clinical_reason, risk_notes) values (?, ?, ?, ?)")
                .params(ref, health.conditionGroup(), health.clinicalReason(), health.riskNotes()).update();
    }

    void consent(String ref, String kind, boolean given, Instant at, Actor actor) {
        jdbc.sql("insert into referral_consent (referral_ref, kind, given, recorded_at, recorded_by) values (?, ?, ?, ?, ?)")
                .params(ref, kind, given, Timestamp.from(at), actor.username()).update();
    }

    void step(String ref, Instant at, ReferralStatus status, Actor actor, String detail) {
        jdbc.sql("insert into referral_event (referral_ref, at, status, actor, detail) values (?, ?, ?, ?, ?)")
                .params(ref, Timestamp.from(at), status.name(), actor.username(), detail).update();
    }

    /** Moves along the table only; false when the referral is not in a status that may go there. */
    boolean move(String ref, ReferralStatus to, EndReason reason, LocalDate on) {
        return jdbc.sql("update referral set status = :to, end_reason = :reason, ended_on = :on where ref = :ref and status in (:before)")
                .param("to", to.name()).param("reason", reason == null ? null : reason.name()).param("on", reason == null ? null : on)
                .param("ref", ref).param("before", names(ReferralStatus.MOVES.before(to))).update() == 1;
    }

    boolean accept(String ref, LocalDate on) {
        return jdbc.sql("update referral set status = 'WAITING', accepted_on = :on where ref = :ref and status = 'RECEIVED'")
                .param("on", on).param("ref", ref).update() == 1;
    }

    boolean join(String ref, String earlier) {
        return jdbc.sql("update referral set status = 'DUPLICATE', joined_to = :earlier where ref = :ref and status in (:before)")
                .param("earlier", earlier).param("ref", ref).param("before", names(ReferralStatus.MOVES.before(ReferralStatus.DUPLICATE)))
                .update() == 1;
    }

    void assign(String ref, String specialist) {
        jdbc.sql("update referral set specialist_username = ? where ref = ?").params(specialist, ref).update();
    }

    /** Keeps the facts and the grade of the referral as they are until the transaction ends. */
    void lock(String ref) {
        jdbc.sql("select 1 from referral where ref = ? for no key update").param(ref).query(Integer.class).optional();
    }

    void grade(String ref, String need) {
        jdbc.sql("update referral set need = ? where ref = ?").params(need, ref).update();
    }

    /** Whether the person had support, under any contract, that ended within a year before a day. */
    boolean returning(long person, String ref, LocalDate on) {
        return jdbc.sql("select count(*) from referral where person_id = ? and ref <> ? and status = 'ENDED' and specialist_username is not null and ended_on > ?")
                .params(person, ref, on.minusYears(1)).query(Long.class).single() > 0;
    }

    /** The record that stands for a person whose record may have been joined to another. */
    long standing(long person) {
        return jdbc.sql("select person_standing(?)").param(person).query(Long.class).single();
    }

    /** The employment team that serves a clinical team under a contract. */
    Optional<String> route(String clinicalTeam, String contract) {
        return jdbc.sql("select employment_team_id from service_route where clinical_team_id = ? and contract_ref = ?")
                .params(clinicalTeam, contract).query(String.class).optional();
    }

    String teamName(String team) {
        return jdbc.sql("select name from team where id = ?").param(team).query(String.class).optional().orElse(team);
    }

    static String open() {
        return java.util.Arrays.stream(ReferralStatus.values()).filter(ReferralStatus::isOpen).map(status -> "'" + status.name() + "'")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static List<String> names(java.util.Set<ReferralStatus> statuses) {
        return statuses.stream().map(Enum::name).toList();
    }

    private static ReferralView view(ResultSet row, int n) throws SQLException {
        var person = new ReferralView.Person(row.getLong("person_id"), row.getString("given_name"), row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class), row.getString("nhs_number"), row.getString("phone"), row.getString("email"),
                row.getInt("person_version"), AboutStore.wishes(row));
        var consents = new ReferralView.Consents(row.getBoolean("consent_referral"), row.getBoolean("consent_evidence"),
                row.getBoolean("consent_employers"));
        var work = new NewReferral.Work(row.getString("work_wish"), row.getBoolean("out_of_work"), row.getObject("hours_wanted", Integer.class),
                row.getString("last_worked"), List.of((String[]) row.getArray("help_needed").getArray()), row.getBoolean("job_soon"),
                row.getBoolean("benefits"));
        var reason = row.getString("end_reason");
        return new ReferralView(row.getString("ref"), person, row.getString("contract_ref"), row.getInt("contract_version"),
                row.getString("clinical_team_id"), row.getString("team_id"), row.getString("referrer_username"), row.getString("specialist_username"),
                ReferralStatus.valueOf(row.getString("status")), row.getTimestamp("received_at").toInstant(),
                row.getObject("referred_on", LocalDate.class), row.getObject("accepted_on", LocalDate.class), row.getString("area"),
                work, consents, row.getString("need"),
                reason == null ? null : EndReason.valueOf(reason), row.getObject("ended_on", LocalDate.class));
    }
}
