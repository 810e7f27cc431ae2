package org.placewell.jobsearch;

import java.time.LocalDate;
import org.placewell.referral.ReferralView;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** What makes a date sane: facts lie between the referral and today. */
@Component
class Dates {

    private final MovableClock clock;

    Dates(MovableClock clock) {
        this.clock = clock;
    }

    /** A day on which something happened: not before the referral, not in the future. */
    void past(String field, LocalDate day, ReferralView referral) {
        notBeforeReferral(field, day, referral);
        if (day.isAfter(clock.today())) {
            throw Problem.at(field, "future-date", "The date cannot be in the future");
        }
    }

    /** A day on which something happened that is about no single person: within a year, not in the future. */
    void recent(String field, LocalDate day) {
        if (day == null) {
            throw Problem.at(field, "required", "Enter the date");
        }
        if (day.isAfter(clock.today())) {
            throw Problem.at(field, "future-date", "The date cannot be in the future");
        }
        if (day.isBefore(clock.today().minusYears(1))) {
            throw Problem.at(field, "too-old", "The date cannot be longer ago than a year");
        }
    }

    /** A day that is not before the referral. */
    void notBeforeReferral(String field, LocalDate day, ReferralView referral) {
        if (day == null) {
            throw Problem.at(field, "required", "Enter the date");
        }
        if (day.isBefore(referral.referredOn())) {
            throw Problem.at(field, "before-referral", "The date cannot be before the referral on " + words(referral.referredOn()));
        }
    }

    /** A day on which something happened while the person was in the job. */
    void withinJob(String field, LocalDate day, JobView job) {
        if (day == null) {
            throw Problem.at(field, "required", "Enter the date");
        }
        if (day.isAfter(clock.today())) {
            throw Problem.at(field, "future-date", "The date cannot be in the future");
        }
        if (day.isBefore(job.startedOn())) {
            throw Problem.at(field, "before-job", "The date cannot be before the first day in the job, " + words(job.startedOn()));
        }
        if (job.endedOn() != null && day.isAfter(job.endedOn())) {
            throw Problem.at(field, "after-job", "The date cannot be after the last day in the job, " + words(job.endedOn()));
        }
    }

    /** The second date must not be before the first. */
    void order(String field, LocalDate first, LocalDate second, String message) {
        if (second != null && second.isBefore(first)) {
            throw Problem.at(field, "date-order", message);
        }
    }

    LocalDate today() {
        return clock.today();
    }

    java.sql.Timestamp now() {
        return java.sql.Timestamp.from(clock.instant());
    }

    /** A date as people read it. */
    static String words(LocalDate day) {
        return day.format(java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.UK));
    }
}
