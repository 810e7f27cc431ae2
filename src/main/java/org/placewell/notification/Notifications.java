package org.placewell.notification;

import java.sql.Timestamp;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that something has happened. A message is a template's name and a public reference: its words are
 * {@code message.<template>} and hold no personal data. The same thing told twice is told once: its key decides.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notifications {

    private final JdbcClient jdbc;
    private final Actors actors;
    private final MovableClock clock;

    Notifications(JdbcClient jdbc, Actors actors, MovableClock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Tells one person, and on days on which a specialist is away also whoever covers for them in the team of the case; while nobody
     * covers, the leaders who may open the case.
     *
     * @param template the message's name: its words are {@code message.<template>}
     * @param caseRef the public reference of the thing concerned
     * @param dedupeKey what makes this message this message; a second one with the same key for the same person is not written
     */
    public void tell(String username, String template, String caseRef, String dedupeKey) {
        var at = Timestamp.from(clock.instant());
        int told = jdbc.sql("""
                        insert into message (username, template, case_ref, dedupe_key, created_at) values (?, ?, ?, ?, ?)
                        on conflict (dedupe_key) do nothing""")
                .params(username, template, caseRef, dedupeKey + ":" + username, at).update();
        if (told == 1) {
            // Who covers is said by the same view that opens the case for them, so that nobody is told of a case they cannot open.
            jdbc.sql("""
                            insert into message (username, template, case_ref, dedupe_key, created_at, stands_in_for)
                            select c.cover, :template, :case, :key || ':' || c.cover, :at, c.specialist
                            from cover_now c where c.specialist = :who and exists (
                                select 1 from referral r where r.team_id = c.team_id and r.specialist_username = c.specialist and r.ref in (:case,
                                    (select referral_ref from job where ref = :case), (select referral_ref from outcome_claim where ref = :case)))
                            on conflict (dedupe_key) do nothing""")
                    .param("template", template).param("case", caseRef).param("key", dedupeKey + ":" + username).param("at", at)
                    .param("who", username).update();
            jdbc.sql("""
                            insert into message (username, template, case_ref, dedupe_key, created_at, stands_in_for)
                            select distinct a.username, :template, :case, :key || ':' || a.username, cast(:at as timestamptz), l.specialist
                            from specialist_leave l join referral r on r.specialist_username = l.specialist
                            join case_access a on a.referral_ref = r.ref and a.role = 'TEAM_LEADER'
                            where l.specialist = :who and (l.cover is null or l.team_id <> r.team_id) and service_day() between l.from_day and l.last_day
                                and r.ref in (:case, (select referral_ref from job where ref = :case), (select referral_ref from outcome_claim where ref = :case))
                            on conflict (dedupe_key) do nothing""")
                    .param("template", template).param("case", caseRef).param("key", dedupeKey + ":" + username).param("at", at)
                    .param("who", username).update();
        }
    }

    /** Takes what is still unread about a case out of everybody's messages: nobody is reminded of it any more. */
    public void hush(String caseRef) {
        jdbc.sql("update message set read_at = ? where case_ref = ? and read_at is null").params(Timestamp.from(clock.instant()), caseRef).update();
    }

    /** Tells everybody who holds a role for a team. */
    public void tell(Role role, String team, String template, String caseRef, String dedupeKey) {
        var organisation = jdbc.sql("select organisation_id from team where id = ?").param(team).query(String.class).single();
        actors.holding(role, organisation, team).forEach(person -> tell(person.username(), template, caseRef, dedupeKey));
    }
}
