package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.referral.Outreach;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to job search: profile, appointments, advice, employers, jobs, and the end of support. Reads without an actor are
 * for the program itself; whoever shows them to a person has asked {@code Referrals.visible} first. Commands are for the
 * person's specialist and team leader; each writes one line of the record and publishes {@code FactsChanged}.
 */
@Service
@Transactional
public class JobSearch {

    private final JobReader reader;
    private final Meetings meetings;
    private final Profiles profiles;
    private final Employers employers;
    private final Engagement engagement;
    private final Jobs jobs;
    private final Processes processes;

    JobSearch(JobReader reader, Meetings meetings, Profiles profiles, Employers employers, Engagement engagement, Jobs jobs, Processes processes) {
        this.reader = reader;
        this.meetings = meetings;
        this.profiles = profiles;
        this.employers = employers;
        this.engagement = engagement;
        this.jobs = jobs;
        this.processes = processes;
    }

    /** The person's jobs, oldest first. */
    public List<JobView> jobs(String referralRef) {
        return reader.jobs(referralRef);
    }

    /** One job. */
    public Optional<JobView> job(String jobRef) {
        return reader.job(jobRef);
    }

    /** The login names of whoever recorded a job of the person, its hours, breaks or pay, withdrawn jobs included. */
    public Set<String> recorders(String referralRef) {
        return reader.recorders(referralRef);
    }

    /** The person's appointments, oldest first. */
    public List<AppointmentView> appointments(String referralRef) {
        return reader.appointments(referralRef);
    }

    /** The vocational profile, once begun. */
    public Optional<ProfileView> profile(String referralRef) {
        return profiles.find(referralRef);
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

    /** The first face-to-face contact with an employer about work for this person. */
    public Optional<LocalDate> firstEmployerMeeting(String referralRef) {
        return employers.firstMeeting(referralRef);
    }

    /** The actor's own contacts with employers since a day, newest first, at most 500. */
    public List<EmployerContactView> ownContacts(LocalDate since, Actor actor) {
        return employers.since(actor.username(), since);
    }

    /** Saves the profile; {@code completedOn} is null until every part is there and the person agrees with it, and stays what it first was. */
    public void saveProfile(String referralRef, ProfileAnswers answers, LocalDate completedOn, Actor actor) {
        profiles.save(referralRef, answers, completedOn, actor);
    }

    /**
     * Changes the profile.
     *
     * @param seen the version of the profile that the person had before them ({@link ProfileView#version})
     * @throws org.placewell.shared.Problem.Stale when someone else has changed it since
     */
    public void changeProfile(String referralRef, ProfileAnswers answers, int seen, Actor actor) {
        profiles.change(referralRef, answers, seen, actor);
    }

    /**
     * Records an appointment: planned for a day to come, or past with what became of it.
     *
     * @param how FACE_TO_FACE, VIDEO or TELEPHONE
     * @return its number within the referral
     */
    public int recordAppointment(String referralRef, LocalDate on, String how, Attendance outcome, Actor actor) {
        return meetings.recordAppointment(referralRef, on, how, outcome, actor);
    }

    /** Records what became of a planned appointment. */
    public void recordAttendance(String referralRef, int number, Attendance outcome, Actor actor) {
        meetings.recordAttendance(referralRef, number, outcome, actor);
    }

    /**
     * Records that advice on benefits was offered.
     *
     * @param answer TAKEN_UP, BOOKED or DECLINED
     * @param occasion BEFORE_WORK or CHANGE_OF_HOURS
     */
    public void recordAdvice(String referralRef, LocalDate offeredOn, String answer, String occasion, Actor actor) {
        meetings.recordAdvice(referralRef, offeredOn, answer, occasion, actor);
    }

    /** Records a contact with an employer for the person. */
    public void recordEmployerContact(NewEmployerContact contact, Actor actor) {
        employers.recordContact(contact, actor);
    }

    /** Escalates once when nobody has met an employer for the person by the contract's day. */
    public void checkFirstEmployerMeeting(String referralRef) {
        employers.checkFirstMeeting(referralRef);
    }

    /** Records a wellbeing score: TOP_WELLBEING 0 to 20, SWEMWBS 7 to 35; one a measure and day. */
    public void recordScore(String referralRef, String measure, LocalDate on, int value, Actor actor) {
        meetings.recordScore(referralRef, measure, on, value, actor);
    }

    /** Records that the person no longer answers: outreach begins. */
    public void contactLost(String referralRef, LocalDate on, Actor actor) {
        engagement.contactLost(referralRef, on, actor);
    }

    /** Records that the person has come back by themselves: outreach ends. */
    public void backInTouch(String referralRef, LocalDate on, Actor actor) {
        engagement.backInTouch(referralRef, on, actor);
    }

    /**
     * Records an attempt to reach the person.
     * @param how FACE_TO_FACE, VIDEO, TELEPHONE, TEXT_MESSAGE, LETTER or CARE_TEAM
     * @param result REACHED, NO_ANSWER or DECLINED
     * @return reached, tryAgain or, when enough was tried ({@link Outreach#enough}) or the person declines, disengaged
     */
    public String recordOutreach(String referralRef, LocalDate on, String how, String result, Actor actor) {
        return engagement.recordOutreach(referralRef, on, how, result, actor);
    }

    /** What has been tried to reach the person since contact was lost; empty when nobody is being looked for. */
    public Optional<Outreach> outreach(String referralRef) {
        return engagement.outreach(referralRef);
    }

    /** Records that support has reached the end that was agreed with the person. */
    public void supportFinished(String referralRef, LocalDate on, Actor actor) {
        engagement.supportFinished(referralRef, on, actor);
    }

    /** Ends the referral after support: outcome is finished, disengaged or timeLimit; done twice it has one effect. */
    public void closeSupport(String referralRef, String outcome) {
        engagement.closeSupport(referralRef, outcome);
    }

    /**
     * Records a job start and gives the job's reference. Jobs may run side by side.
     * @throws org.placewell.shared.Problem when the work is not competitive, advice on benefits has not been offered, or a date is impossible
     */
    public String startJob(NewJob job, Actor actor) {
        var ref = jobs.start(job, actor);
        engagement.backInWork(job.referralRef(), job.startedOn(), actor);
        return ref;
    }

    /**
     * Records the job that the person had when referred, where the contract pays for keeping it; it is followed from the referral on.
     * @param away SICKNESS, UNPAID_LEAVE, PARENTAL_LEAVE, NO_SHIFTS or OTHER while the person is away from it; null at work
     * @param since the first day away; null at work
     * @return the job's reference
     */
    public String recordHeldJob(NewJob job, String away, LocalDate since, Actor actor) {
        return jobs.startHeld(job, away, since, actor);
    }

    /**
     * Stops whoever wants to record a job held when referred where the contract does not pay for keeping one.
     * @throws org.placewell.shared.Problem.Stale with the way on
     */
    public void requireHeldJobs(ReferralView referral) {
        jobs.requireHeld(referral);
    }

    /** Whether the contract pays for keeping a job and none has been recorded for the person yet. */
    public boolean awaitsHeldJob(ReferralView referral) {
        return jobs.paysForKeeping(referral) && reader.jobs(referral.ref()).isEmpty();
    }

    /** The day from which hours have changed without advice on benefits having been offered about it; empty for none. */
    public Optional<LocalDate> adviceDueSince(String referralRef) {
        return reader.adviceDueSince(referralRef);
    }

    /** Records other weekly minutes, 1 to 6000, from a day within the job on. */
    public void changeHours(String jobRef, LocalDate from, int minutesPerWeek, Actor actor) {
        jobs.changeHours(jobRef, from, minutesPerWeek, actor);
    }

    /**
     * Records days away from the job; {@code to} is the last one, null while the break goes on.
     *
     * @param reason SICKNESS, UNPAID_LEAVE, PARENTAL_LEAVE, NO_SHIFTS or OTHER
     */
    public void recordBreak(String jobRef, LocalDate from, LocalDate to, String reason, Actor actor) {
        jobs.recordBreak(jobRef, from, to, reason, actor);
    }

    /** Records pay received for a time, in pence, and what kind of pay it is; two kinds may be for the same days. */
    public void recordEarnings(String jobRef, LocalDate from, LocalDate to, long pence, IncomeKind kind, Actor actor) {
        jobs.recordEarnings(jobRef, new JobView.Earnings(from, to, pence, kind), actor);
    }

    /** Records the last day in a job; whoever follows the job is told. */
    public void endJob(String jobRef, LocalDate on, JobEndReason reason, Actor actor) {
        jobs.end(jobRef, on, reason, actor);
        processes.send("jobEnded", jobRef, Map.of());
    }

    /** As {@link #endJob}, for the check of a job that has just found its end and closes the job itself. */
    public void endJobAtCheck(String jobRef, LocalDate on, JobEndReason reason, Actor actor) {
        jobs.end(jobRef, on, reason, actor);
    }
}
