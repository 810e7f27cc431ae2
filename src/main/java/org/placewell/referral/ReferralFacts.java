package org.placewell.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what a referral said of work and home, and whose it is: date of birth and NHS number are the person's, over all their referrals.
 * Decisions made by the wrong facts are made again ({@link DecideAgain}). Who may do it, and what the audit says of it, is the caller's affair.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReferralFacts {

    private final ReferralStore store;
    private final Submission submission;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    ReferralFacts(ReferralStore store, Submission submission, Contracts contracts, JdbcClient jdbc, MovableClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.submission = submission;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps the person and the referral as they are until the transaction ends, so that two corrections of one fact take turns. */
    public void hold(String ref) {
        jdbc.sql("select lock_person_of(?)").param(ref).query(Long.class).optional();
        store.lock(ref);
    }

    /** What the referral said of work, as far as a decision reads it; wish, hours and benefits are not touched. */
    public void work(String ref, boolean outOfWork, String lastWorked, List<String> helpNeeded, boolean jobSoon, Actor by) {
        jdbc.sql("update referral set out_of_work = ?, last_worked = ?, help_needed = ?, job_soon = ? where ref = ?")
                .params(outOfWork, lastWorked, helpNeeded.toArray(String[]::new), jobSoon, ref).update();
        events.publishEvent(new DecideAgain(List.of(ref), by));
    }

    /** Where the person lives. @param area as a contract names it, or {@code elsewhere}; null when nobody knows */
    public void area(String ref, String area, Actor by) {
        jdbc.sql("update referral set area = ? where ref = ?").params(area, ref).update();
        events.publishEvent(new DecideAgain(List.of(ref), by));
    }

    /** The boroughs and counties of the services that the referral's employment team takes referrals for, and of the referral's own. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> areas(String ref) {
        var referral = get(ref);
        var own = contracts.terms(referral.contractRef(), referral.contractVersion()).cohort().areas().stream();
        // A contract that has not begun with any version yet names no areas.
        var others = jdbc.sql("""
                        select distinct s.contract_ref from service_route s where s.employment_team_id = ?
                        and exists (select 1 from contract_version v where v.contract_ref = s.contract_ref and v.status = 'ACTIVE')""")
                .param(referral.team()).query(String.class).list().stream().flatMap(contract -> contracts.inForce(contract, clock.today()).cohort().areas().stream());
        return Stream.concat(own, others).distinct().sorted().toList();
    }

    /**
     * The person's date of birth; every open referral of theirs is judged by it again.
     *
     * @throws Problem at {@code birthDate} when nobody of that age is referred
     * @throws Problem when the referral has ended and another team supports the person now
     */
    public void birthDate(String ref, LocalDate born, Actor by) {
        requireTheirs(ref, by);
        submission.checkBirthDate(born);
        long person = get(ref).person().id();
        jdbc.sql("update person set birth_date = ?, version = version + 1 where id = ?").params(born, person).update();
        events.publishEvent(new DecideAgain(Stream.concat(Stream.of(ref), store.openOf(person).stream()).distinct().toList(), by));
    }

    /**
     * The person's NHS number. One number is one person's: the unique index decides, whoever comes second is told what to do.
     *
     * @param number as typed; empty when the right one is not known
     * @param noNumberReason notKnown, notRegistered or notWilling, without a number
     * @throws Problem at {@code nhsNumber} when it is no NHS number or on another person's record
     * @throws Problem when the referral has ended and another team supports the person now
     */
    public void nhsNumber(String ref, String number, String noNumberReason, Actor by) {
        requireTheirs(ref, by);
        var digits = number.isBlank() ? null : NhsNumber.parse("nhsNumber", number).digits();
        long person = get(ref).person().id();
        boolean free = jdbc.sql("select put_right_nhs_number(?, ?, ?)").params(person, digits, digits == null ? noNumberReason : null)
                .query(Boolean.class).single();
        if (!free && jdbc.sql("select person_standing(id) from person where nhs_number = ?").param(digits).query(Long.class).optional()
                .filter(stands -> stands == person).isPresent()) {
            throw Problem.at("nhsNumber", "joined-record", "The record that was joined to this one has this NHS number. A team leader separates the two"
                    + " records and joins them again, choosing the one whose number is right");
        }
        if (!free) {
            throw Problem.at("nhsNumber", "other-person", "Another record has this NHS number. If both records are the same person’s, a team leader"
                    + " joins them by “Join with another record of the same person”. If not, check both numbers against a letter from the NHS");
        }
    }

    /** The other referrals of the person, open or not. */
    public List<String> others(String ref) {
        return jdbc.sql("select r.ref from referral own join referral r on r.person_id = own.person_id and r.ref <> own.ref where own.ref = ? order by r.ref")
                .param(ref).query(String.class).list();
    }

    /** A closed referral is no way to rewrite somebody whom other people support now. */
    private void requireTheirs(String ref, Actor by) {
        var referral = get(ref);
        if (!referral.isOpen() && store.openOf(referral.person().id()).stream().anyMatch(open -> !store.works(open, by.username()))) {
            throw Problem.at("what", "supported-elsewhere", "This referral has ended, and the person has an open one that you do not work on."
                    + " Ask the team that supports the person now to put this right");
        }
    }

    private ReferralView get(String ref) {
        return store.find(ref).orElseThrow(() -> new Problem.NotFound("this referral"));
    }
}
