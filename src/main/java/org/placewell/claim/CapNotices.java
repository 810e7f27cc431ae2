package org.placewell.claim;

import java.sql.Timestamp;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.notification.Notifications;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes an outcome visible that was reached when a cap of its contract had no room: there is no claim, but the team and the
 * contract manager are told once, and the outcome stays on a list.
 */
@Component
class CapNotices {

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final Referrals referrals;
    private final Notifications notifications;
    private final Actors actors;
    private final AuditTrail audit;
    private final MovableClock clock;

    CapNotices(JdbcClient jdbc, Contracts contracts, Referrals referrals, Notifications notifications, Actors actors, AuditTrail audit,
            MovableClock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.referrals = referrals;
        this.notifications = notifications;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes down an outcome for which no claim can be opened; said before, it is not said again. */
    void notice(ReferralView referral, Terms terms, OutcomeRule rule, Decision reached, String occurrence, List<String> why) {
        int added = jdbc.sql("""
                        insert into outcome_without_room (contract_ref, outcome, occurrence, contract_version, referral_ref, reached_on, amount, why,
                            noticed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(terms.contract(), rule.code(), occurrence, terms.version(), referral.ref(), reached.windowTo(), reached.amount().amount(),
                        String.join(" ", why), Timestamp.from(clock.instant())).update();
        if (added == 1) {
            audit.record(referral.ref(), Actor.system(), Area.MONEY, "claim.no-room", terms.key() + " " + rule.code(), "reached on "
                    + reached.windowTo());
            tell(referral.ref(), terms.contract(), "outcomeWithoutRoom", referral.ref() + ":no-room:" + rule.code() + ":" + occurrence);
        }
    }

    /** Tells those who work with the person and those who manage the contract that a validated claim found no room. */
    void capReached(Claim claim) {
        tell(claim.referralRef(), claim.contractRef(), "claimWithoutRoom", claim.ref() + ":no-room");
    }

    /** Tells those who work with the person that corrected facts ended a claim. */
    void notPayable(Claim claim) {
        tellTeam(claim.referralRef(), "claimNotPayable", claim.ref() + ":not-payable");
    }

    private void tell(String referralRef, String contractRef, String template, String key) {
        tellTeam(referralRef, template, key);
        actors.holding(Role.CONTRACT_MANAGER, null, null).stream().filter(person -> contracts.manages(contractRef, person))
                .forEach(person -> notifications.tell(person.username(), template, referralRef, key));
    }

    private void tellTeam(String referralRef, String template, String key) {
        var referral = referrals.get(referralRef);
        if (referral.team() != null) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), template, referralRef, key);
        }
        if (referral.specialist() != null && referral.endReason() != EndReason.DIED) {
            notifications.tell(referral.specialist(), template, referralRef, key);
        }
    }

    /** The outcomes that found no room and have no claim since, newest first, of the actor's people, team or contract. */
    List<OutcomeWithoutRoom> list(Actor actor) {
        return jdbc.sql("""
                        select o.* from outcome_without_room o where (:me = 'system' or exists (select 1 from case_access a where a.username = :me
                                and a.referral_ref = o.referral_ref and a.role in ('SPECIALIST', 'TEAM_LEADER'))
                            or exists (select 1 from role_grant g where g.username = :me and g.contract_ref = o.contract_ref
                                and g.role in ('CONTRACT_MANAGER', 'FINANCE', 'VALIDATOR')))
                            and not exists (select 1 from outcome_claim c where c.contract_ref = o.contract_ref and c.outcome = o.outcome
                                and c.occurrence = o.occurrence)
                        order by o.noticed_at desc, o.referral_ref limit 500""")
                .param("me", actor.username())
                .query((r, n) -> new OutcomeWithoutRoom(r.getString("referral_ref"), r.getString("contract_ref"),
                        contracts.terms(r.getString("contract_ref"), r.getInt("contract_version")).rule(r.getString("outcome")).title(),
                        Pence.of(r.getLong("amount")), r.getObject("reached_on", java.time.LocalDate.class), r.getString("why")))
                .list();
    }
}
