package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to job search. Reads without an actor are for the program itself; whoever shows them to a person has asked the
 * caseload first. Every change publishes {@code FactsChanged}.
 */
@Service
@Transactional
public class JobSearch {

    private final JobReader reader;

    JobSearch(JobReader reader) {
        this.reader = reader;
    }

    /** The person's jobs, oldest first. */
    public List<JobView> jobs(String referralRef) {
        return reader.jobs(referralRef);
    }

    /** One job. */
    public Optional<JobView> job(String jobRef) {
        return reader.job(jobRef);
    }

    /** The person's appointments, oldest first. */
    public List<AppointmentView> appointments(String referralRef) {
        return reader.appointments(referralRef);
    }

    /** The vocational profile, once begun. */
    public Optional<ProfileView> profile(String referralRef) {
        return reader.profile(referralRef);
    }

    /** The advice on benefits that was offered, oldest first. */
    public List<AdviceView> advice(String referralRef) {
        return reader.advice(referralRef);
    }

    /** The wellbeing scores, oldest first. */
    public List<ScoreView> scores(String referralRef) {
        return reader.scores(referralRef);
    }

    /** Contacts with employers for this person, oldest first. */
    public List<EmployerContactView> contacts(String referralRef) {
        return reader.contacts(referralRef);
    }

    /** Saves the profile; {@code completed} when every part is there and the person agrees with it. */
    public void saveProfile(String referralRef, ProfileAnswers answers, boolean completed, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records an appointment: planned for a day to come, or past with what became of it.
     *
     * @return its number within the referral
     */
    public int recordAppointment(String referralRef, LocalDate on, String how, Attendance outcome, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records what became of a planned appointment. */
    public void recordAttendance(String referralRef, int number, Attendance outcome, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records that advice on benefits was offered, and the answer: TAKEN_UP, BOOKED or DECLINED. */
    public void recordAdvice(String referralRef, LocalDate offeredOn, String answer, String occasion, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records a contact with an employer. */
    public void recordEmployerContact(NewEmployerContact contact, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records a wellbeing score. */
    public void recordScore(String referralRef, String measure, LocalDate on, int value, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records that the person no longer answers: outreach begins. */
    public void contactLost(String referralRef, LocalDate on, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records that the person has come back by themselves: outreach ends. */
    public void backInTouch(String referralRef, LocalDate on, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records that the support has reached its agreed end. */
    public void supportFinished(String referralRef, LocalDate on, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a job start.
     *
     * @return the job's reference
     */
    public String startJob(NewJob job, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records other weekly hours from a day on. */
    public void changeHours(String jobRef, LocalDate from, int minutesPerWeek, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records days away from the job; {@code to} is null while the break goes on. */
    public void recordBreak(String jobRef, LocalDate from, LocalDate to, String reason, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records pay received for a time, in pence. */
    public void recordEarnings(String jobRef, LocalDate from, LocalDate to, long pence, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Records the last day in a job. */
    public void endJob(String jobRef, LocalDate on, JobEndReason reason, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
