package org.placewell.web.record;

import java.util.ArrayList;
import java.util.List;
import org.placewell.jobsearch.ApplicationView;
import org.placewell.jobsearch.Applications;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.referral.SamePerson;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.RoleMatrix;
import org.placewell.shared.MovableClock;
import org.placewell.sustainment.Sustainment;
import org.placewell.triage.Trials;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.Processes;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done about a person now, and by whom. */
@Component
class NextSteps {

    private final WorkItems items;
    private final TaskDesk desk;
    private final FormShelf shelf;
    private final Actors actors;
    private final RoleMatrix matrix;
    private final Referrals referrals;
    private final JobSearch jobSearch;
    private final Applications applications;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final SamePerson samePerson;
    private final Trials trials;
    private final Sustainment sustainment;

    NextSteps(WorkItems items, TaskDesk desk, FormShelf shelf, Actors actors, RoleMatrix matrix, Referrals referrals, JobSearch jobSearch, Applications applications,
            Processes processes, TransactionTemplate transaction, MovableClock clock, SamePerson samePerson, Trials trials, Sustainment sustainment) {
        this.sustainment = sustainment;
        this.items = items;
        this.desk = desk;
        this.shelf = shelf;
        this.actors = actors;
        this.matrix = matrix;
        this.referrals = referrals;
        this.jobSearch = jobSearch;
        this.applications = applications;
        this.processes = processes;
        this.transaction = transaction;
        this.clock = clock;
        this.samePerson = samePerson;
        this.trials = trials;
    }

    /** The open tasks: what is next, who has it, by when; the link only for whoever may do it or fill it in. */
    List<Task> tasks(String ref, Actor actor) {
        var tasks = new ArrayList<Task>(items.openFor(ref).stream().map(item -> new Task(shelf.words(item.processKey(), item.taskKey()).name(), who(item), item.dueDate(),
                item.dueDate() != null && item.dueDate().isBefore(clock.today()),
                desk.fillable(item.taskId(), actor).isPresent() ? "/tasks/" + item.taskId() : null)).toList());
        var referral = referrals.get(ref);
        if (referral.status() == ReferralStatus.IN_SUPPORT && matrix.allows("GET", "/do/appointmentOutcome/" + ref, actor)) {
            forgotten(ref, referral.specialist() == null ? "" : actors.nameOf(referral.specialist()), tasks);
        }
        return tasks;
    }

    /** What no task asks for and must not be forgotten. */
    private void forgotten(String ref, String specialist, List<Task> tasks) {
        jobSearch.appointments(ref).stream().filter(one -> one.outcome() == Attendance.PLANNED && one.on().isBefore(clock.today())).forEach(one ->
                tasks.add(new Task("Say what became of an appointment", specialist, one.on(), true, "/do/appointmentOutcome/" + ref)));
        if (jobSearch.adviceDueSince(ref).isPresent()) {
            tasks.add(new Task("Offer advice on benefits: hours or pay have changed", specialist, null, false, "/do/adviceOffered/" + ref));
        }
        jobSearch.jobs(ref).stream().filter(job -> job.endedOn() == null && sustainment.atRisk(job.ref())).forEach(job ->
                tasks.add(new Task("A job is at risk: agree with the person what would help to keep it", specialist, null, false, null)));
    }

    private String who(WorkItem item) {
        return item.assignee() == null ? "The team’s " + item.role().label().toLowerCase(java.util.Locale.UK) : actors.nameOf(item.assignee());
    }

    /** The commands that make sense now and that the actor's roles allow. */
    List<Action> actions(ReferralView referral, Actor actor) {
        var ref = referral.ref();
        var actions = new ArrayList<Action>();
        if (referral.status() == ReferralStatus.WAITING) {
            actions.add(new Action("Offer a place", "/do/offerPlace/" + ref));
            actions.add(new Action("Change the place in the queue", "/do/jumpQueue/" + ref));
        }
        if (referral.status() == ReferralStatus.IN_SUPPORT) {
            support(ref, actions);
        }
        if (referral.isOpen()) {
            actions.add(new Action("Correct name or contact details", "/do/correctPerson/" + ref));
            actions.add(new Action("Languages, contact and background", "/do/describePerson/" + ref));
            actions.add(new Action("Record a changed consent", "/do/changeConsent/" + ref));
            if (referrals.supportOutlastsDischarge(ref)) {
                actions.add(new Action("Record a discharge from the clinical team", "/do/recordDischarge/" + ref));
            }
            if (referral.status() == ReferralStatus.IN_SUPPORT) {
                leaving(referral, actions);
            }
            actions.add(new Action("Record that the person has died", "/do/recordDeath/" + ref));
            actions.add(new Action("End the case early", "/do/endCase/" + ref));
        }
        if (trials.takesPart(ref)) {
            actions.add(new Action("Record that the person leaves the trial", "/do/withdrawTrial/" + ref));
        }
        actions.add(new Action("Join with another record of the same person", "/do/joinRecords/" + ref));
        if (samePerson.of(ref).stream().anyMatch(one -> one.stands())) {
            actions.add(new Action("Separate joined records", "/do/separateRecords/" + ref));
        }
        actions.add(new Action("Correct this record", "/do/correctRecord/" + ref));
        return actions.stream().filter(action -> matrix.allows("GET", action.path(), actor)).toList();
    }

    private void leaving(ReferralView referral, List<Action> actions) {
        if (jobSearch.awaitsHeldJob(referral)) {
            actions.add(new Action("Record the job the person has", "/do/recordHeldJob/" + referral.ref()));
        }
        actions.add(new Action("Hand over to another service", "/do/handOver/" + referral.ref()));
    }

    private void support(String ref, List<Action> actions) {
        actions.add(new Action("Record an appointment", "/do/recordAppointment/" + ref));
        if (jobSearch.appointments(ref).stream().anyMatch(one -> one.outcome() == Attendance.PLANNED)) {
            actions.add(new Action("Record what became of an appointment", "/do/appointmentOutcome/" + ref));
        }
        if (jobSearch.profile(ref).isPresent()) {
            actions.add(new Action("Change the vocational profile", "/do/changeProfile/" + ref));
        }
        actions.add(new Action("Record a contact with an employer", "/do/recordEmployerContact/" + ref));
        actions.add(new Action("Record an application", "/do/recordApplication/" + ref));
        if (applications.of(ref).stream().anyMatch(ApplicationView::isOpen)) {
            actions.add(new Action("Record what came of an application", "/do/applicationResult/" + ref));
        }
        actions.add(new Action("Record advice on benefits", "/do/adviceOffered/" + ref));
        actions.add(new Action("Record a wellbeing score", "/do/recordScore/" + ref));
        actions.add(new Action("Record a job start", "/do/startJob/" + ref));
        if (awaits("contactLost", ref)) {
            actions.add(new Action("Record that contact is lost", "/do/contactLost/" + ref));
            actions.add(new Action("Finish support", "/do/supportFinished/" + ref));
        }
        if (awaits("backInTouch", ref)) {
            actions.add(new Action("Record that the person is back in touch", "/do/backInTouch/" + ref));
        }
        actions.add(new Action("Transfer to another specialist", "/do/transferClient/" + ref));
    }

    /** What can be recorded about a job. */
    List<Action> aboutJob(JobView job) {
        if (job.endedOn() != null) {
            return List.of(new Action("Record pay received", "/do/recordEarnings/" + job.ref()),
                    new Action("Whether the employer may be asked", "/do/employerWish/" + job.ref()));
        }
        return List.of(new Action("Record other hours", "/do/changeHours/" + job.ref()),
                new Action("Record another agreed pay", "/do/changePay/" + job.ref()), new Action("Record time away", "/do/recordBreak/" + job.ref()),
                new Action("Record pay received", "/do/recordEarnings/" + job.ref()),
                new Action("Whether the employer may be asked", "/do/employerWish/" + job.ref()),
                new Action("Record the end", "/do/endJob/" + job.ref()));
    }

    private boolean awaits(String message, String ref) {
        return Boolean.TRUE.equals(transaction.execute(status -> processes.awaits(message, ref)));
    }

    /** One open task. */
    record Task(String name, String who, java.time.LocalDate due, boolean overdue, String path) {}

    /** One command with its page. */
    record Action(String label, String path) {}
}
