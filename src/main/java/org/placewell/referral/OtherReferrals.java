package org.placewell.referral;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Earlier and later referrals of the same person, so that nobody begins from nothing. */
@Service
@Transactional(readOnly = true)
public class OtherReferrals {

    private final Referrals referrals;
    private final JdbcClient jdbc;

    OtherReferrals(Referrals referrals, JdbcClient jdbc) {
        this.referrals = referrals;
        this.jdbc = jdbc;
    }

    /**
     * The person's other referrals that the actor may know of, oldest first: those they may open, and, for whoever works on this
     * one, those to the same employment team. Referrals elsewhere stay unknown.
     */
    public List<Other> of(String ref, Actor actor) {
        referrals.visible(ref, actor);
        return jdbc.sql("""
                        select * from (
                            select r.ref, r.arrival, r.status, r.end_reason, r.referred_on, r.ended_on, u.display_name, r.team_id = this.team_id as here,
                                exists (select 1 from case_access a where a.referral_ref = r.ref and a.username = :me) as opens,
                                exists (select 1 from case_access a where a.referral_ref = this.ref and a.username = :me
                                    and a.role in ('SPECIALIST', 'TEAM_LEADER')) as works
                            from referral this join referral r on r.person_id = this.person_id and r.ref <> this.ref
                            left join app_user u on u.username = r.specialist_username
                            where this.ref = :ref) found
                        where opens or here and works order by arrival""")
                .param("ref", ref).param("me", actor.username())
                .query((row, n) -> new Other(row.getString("ref"), ReferralStatus.valueOf(row.getString("status")),
                        row.getString("end_reason") == null ? null : EndReason.valueOf(row.getString("end_reason")),
                        row.getObject("referred_on", LocalDate.class), row.getObject("ended_on", LocalDate.class), row.getString("display_name"),
                        row.getBoolean("opens"))).list();
    }

    /**
     * Another referral of the person.
     *
     * @param endReason null while it goes on, or when it did not come to support
     * @param specialist the name of who supported the person; null for nobody
     * @param opens whether the actor may open its record
     */
    public record Other(
            String ref, ReferralStatus status, EndReason endReason, LocalDate referredOn, LocalDate endedOn, String specialist, boolean opens) {}
}
