package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.notification.Notifications;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of employers and the contacts with them. */
@Component
class Employers {

    private static final Pattern PICKED = Pattern.compile("(.{2,120}), ([A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})");
    private final JdbcClient jdbc;
    private final EmployerRows rows;
    private final Caseload caseload;
    private final Dates dates;
    private final Changes changes;
    private final SearchDates limits;
    private final Referrals referrals;
    private final AuditTrail audit;
    private final Notifications notifications;

    Employers(JdbcClient jdbc, EmployerRows rows, Caseload caseload, Dates dates, Changes changes, SearchDates limits, Referrals referrals,
            AuditTrail audit, Notifications notifications) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.caseload = caseload;
        this.dates = dates;
        this.changes = changes;
        this.limits = limits;
        this.referrals = referrals;
        this.audit = audit;
        this.notifications = notifications;
    }

    /** The employer's key in the register; added when the name is new at that postcode. */
    long register(String typedName, String typedPostcode) {
        var name = typedName == null ? "" : typedName.strip().replaceAll("\\s+", " ");
        var postcode = typedPostcode == null ? "" : typedPostcode.strip().toUpperCase(Locale.UK).replaceAll("\\s+", " ");
        if (name.length() < 2) {
            throw Problem.at("employer", "required", "Enter the employer’s name");
        }
        rows.add(name, postcode);
        return rows.same(name, postcode).id();
    }

    /** The key of an employer named in one field: picked from the list, where the postcode follows a comma, or typed anew. */
    long known(String typed) {
        var picked = PICKED.matcher(typed == null ? "" : typed.strip());
        return picked.matches() ? register(picked.group(1), picked.group(2)) : register(typed, "");
    }

    void recordContact(NewEmployerContact contact, Actor actor) {
        if (contact.referralRef() == null) {
            if (!actor.has(Role.SPECIALIST)) {
                actor.require(Role.TEAM_LEADER);
            }
            dates.recent("onDate", contact.on());
        } else {
            dates.past("onDate", contact.on(), caseload.workedOnBy(contact.referralRef(), actor));
        }
        jdbc.sql("""
                        insert into employer_contact (employer_id, specialist, referral_ref, on_date, how, purpose, person_took_part, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(contact.postcode() == null ? known(contact.employer()) : register(contact.employer(), contact.postcode()), actor.username(), contact.referralRef(), contact.on(), contact.how(),
                        contact.purpose(), contact.personTookPart(), dates.now()).update();
        if (contact.referralRef() == null) {
            audit.record("employers:" + actor.username(), actor, Area.WORK, "employer.contacted", "", contact.on() + " " + contact.how());
        } else {
            changes.made(contact.referralRef(), actor, "employer.contacted", "", contact.on() + " " + contact.how());
        }
    }

    /** The first time that somebody met an employer about work for this person. */
    Optional<LocalDate> firstMeeting(String referralRef) {
        return jdbc.sql("select min(on_date) from employer_contact where referral_ref = ? and how = 'FACE_TO_FACE'").param(referralRef)
                .query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).single();
    }

    /** Tells the team leaders once when nobody has met an employer by the contract's day. */
    void checkFirstMeeting(String referralRef) {
        if (firstMeeting(referralRef).isPresent()
                || audit.of(referralRef).stream().anyMatch(line -> line.action().equals("employer-contact.overdue"))) {
            return;
        }
        var referral = referrals.get(referralRef);
        var by = limits.employerContactBy(referralRef);
        audit.record(referralRef, Actor.system(), Area.WORK, "employer-contact.overdue", "first employer contact by " + by, "");
        notifications.tell(Role.TEAM_LEADER, referral.team(), "employerContactOverdue", referralRef, "employer-contact-overdue:" + referralRef);
    }

    /** A specialist's contacts since a day, newest first. */
    List<EmployerContactView> since(String specialist, LocalDate day) {
        return jdbc.sql("""
                        select c.*, e.name from employer_contact c join employer e on e.id = c.employer_id
                        where c.specialist = ? and c.on_date >= ? order by c.on_date desc, c.id desc limit 500""").params(specialist, day)
                .query(JobReader::contact).list();
    }
}
