package org.placewell.jobsearch;

import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.FactsChanged;
import org.placewell.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every change of job search has in common: one line in the record, one event for whoever prices outcomes. */
@Component
class Changes {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Changes(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void made(String referralRef, Actor actor, String action, String rule, String detail) {
        audit.record(referralRef, actor, Area.WORK, action, rule, detail);
        events.publishEvent(new FactsChanged(referralRef));
    }
}
