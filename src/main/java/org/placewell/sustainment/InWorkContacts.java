package org.placewell.sustainment;

import java.time.LocalDate;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.JobView;
import org.placewell.notification.Notifications;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** Contacts with people in work: again within days when somebody was not reached; a job at risk is said to the team leaders. */
@Component
class InWorkContacts {

    /** After so many attempts in a row nobody is asked again within days: the weekly contacts go on, and lost contact is recorded as such. */
    private static final int IN_A_ROW = 3;
    private final SustainmentStore store;
    private final Caseload caseload;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;

    InWorkContacts(SustainmentStore store, Caseload caseload, Notifications notifications, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.caseload = caseload;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    boolean record(JobView job, LocalDate on, String how, String going, Actor actor) {
        var referral = caseload.workedOnBy(job.referralRef(), actor);
        if (on.isAfter(clock.today())) {
            throw Problem.at("contactedOn", "future-date", "The date cannot be in the future");
        }
        if (on.isBefore(job.startedOn())) {
            throw Problem.at("contactedOn", "before-job", "The date cannot be before the first day in the job");
        }
        store.contact(job.ref(), on, how, going, actor.username(), clock.instant());
        audit.record(job.referralRef(), actor, Area.WORK, how.equals("NOT_REACHED") ? "contact.in-work-not-reached" : "contact.in-work", "",
                job.ref() + " " + on + " " + going);
        if (going.equals("AT_RISK")) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), "jobAtRisk", job.referralRef(), "at-risk:" + job.ref() + ":" + on);
        }
        return how.equals("NOT_REACHED") && job.endedOn() == null && inVain(job.ref()) < IN_A_ROW;
    }

    boolean atRisk(String jobRef) {
        return store.contacts(jobRef).stream().filter(contact -> !contact.going().equals("NOT_KNOWN")).reduce((first, last) -> last)
                .filter(contact -> contact.going().equals("AT_RISK")).isPresent();
    }

    /** How many attempts in a row, up to the last one, did not reach the person. */
    private int inVain(String jobRef) {
        int count = 0;
        for (var contact : store.contacts(jobRef)) {
            count = contact.how().equals("NOT_REACHED") ? count + 1 : 0;
        }
        return count;
    }
}
