package org.placewell.claim;

import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.ledger.MoneyScope;
import org.placewell.notification.Notifications;
import org.placewell.referral.RecordsMoved;
import org.placewell.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to claims when two records turn out to be one person's, or two people's again: ceilings on people count anew, and an
 * outcome that is paid once for a person and was accepted on both records is held back once. The database says which one
 * ({@code paid_before}); finance decides what becomes of it.
 */
@Component
class OncePerPerson {

    private final Caps caps;
    private final Notifications notifications;
    private final MoneyScope scope;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    OncePerPerson(Caps caps, Notifications notifications, MoneyScope scope, AuditTrail audit, JdbcClient jdbc) {
        this.caps = caps;
        this.notifications = notifications;
        this.scope = scope;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordsMoved moved) {
        var refs = ClaimStore.array(moved.referralRefs());
        // Both people's rows are locked by the join, and whoever reserves for one of them locks it before any ceiling: no ring of waits.
        caps.countAnew(jdbc.sql("select distinct person_id from referral where ref = any (cast(? as text[])) order by 1").param(refs)
                .query(Long.class).list());
        jdbc.sql("""
                        select c.ref, c.contract_ref, c.referral_ref from outcome_claim c join referral r on r.ref = c.referral_ref
                        where r.person_id in (select person_id from referral where ref = any (cast(? as text[]))) and paid_before(c.ref) is not null
                        order by 1""").param(refs)
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list()
                .forEach(held -> tell(held.get(0), held.get(1), held.get(2)));
    }

    private void tell(String claim, String contract, String referral) {
        audit.recordOnce(referral, Actor.system(), Area.MONEY, "claim.held-back", "once for a person", claim);
        scope.finance(contract).forEach(person ->
                notifications.tell(person.username(), "claimHeldBack", claim, "held-back:" + claim));
    }
}
