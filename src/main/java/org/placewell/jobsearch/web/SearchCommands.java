package org.placewell.jobsearch.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewEmployerContact;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a specialist records about a person while work is being looked for; the subject is the referral. */
@Configuration(proxyBeanMethods = false)
class SearchCommands {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private final JobSearch jobSearch;
    private final PersonPages pages;

    SearchCommands(JobSearch jobSearch, PersonPages pages) {
        this.jobSearch = jobSearch;
        this.pages = pages;
    }

    @Bean
    CommandHandler recordAppointment() {
        return of("recordAppointment", "Record an appointment", "The appointment is recorded", (ref, answers, actor) ->
                jobSearch.recordAppointment(ref, answers.date("onDate"), Codes.constant(answers.text("how")), attendance(answers), actor));
    }

    @Bean
    CommandHandler appointmentOutcome() {
        return new SimpleCommand("appointmentOutcome", "Record what became of an appointment", "The appointment’s outcome is recorded",
                this::withPlanned, (ref, answers, actor) -> {
                    jobSearch.recordAttendance(ref, Integer.parseInt(answers.text("number")), attendance(answers), actor);
                    return record(ref);
                });
    }

    private TaskPage withPlanned(String ref, Actor actor) {
        var planned = jobSearch.appointments(ref).stream().filter(one -> one.outcome() == Attendance.PLANNED)
                .map(one -> new Option(Integer.toString(one.number()), one.on().format(DAY))).toList();
        var page = pages.person(ref, actor);
        if (planned.isEmpty()) {
            throw Problem.of("no-appointment", "No appointment is planned for this person. Record one that has happened from their record");
        }
        return page.with(Map.of(), Map.of("appointments", planned));
    }

    @Bean
    CommandHandler changeProfile() {
        return new SimpleCommand("changeProfile", "Change the vocational profile", "The profile is saved", (ref, actor) -> {
            var page = pages.person(ref, actor);
            var profile = jobSearch.profile(ref).orElseThrow(() -> Problem.of("no-profile",
                    "The profile has not been written yet: it is an open task"));
            var begun = new TreeMap<String, Object>(VocationalProfileTask.begun(profile));
            begun.put("version", profile.version());
            begun.put(VocationalProfileTask.SHORT, pages.profileIsShort(ref));
            return TaskPage.of("jobsearch/side :: profile", page.model()).with(begun, Map.of());
        }, (ref, answers, actor) -> {
            pages.requireProfile(ref, answers);
            jobSearch.changeProfile(ref, VocationalProfileTask.profile(answers), (int) answers.number("version", -1), actor);
            return record(ref);
        });
    }

    @Bean
    CommandHandler recordEmployerContact() {
        return of("recordEmployerContact", "Record a contact with an employer", "The contact is recorded", (ref, answers, actor) ->
                jobSearch.recordEmployerContact(new NewEmployerContact(ref, answers.text("employer"), answers.text("postcode"),
                        answers.date("onDate"), Codes.constant(answers.text("how")), Codes.constant(answers.text("purpose")),
                        answers.yes("personTookPart")), actor));
    }

    @Bean
    CommandHandler adviceOffered() {
        return of("adviceOffered", "Record advice on benefits", "The advice is recorded", (ref, answers, actor) ->
                jobSearch.recordAdvice(ref, answers.date("offeredOn"), Codes.constant(answers.text("answer")),
                        Codes.constant(answers.text("occasion")), actor));
    }

    @Bean
    CommandHandler recordScore() {
        return of("recordScore", "Record a wellbeing score", "The score is recorded", (ref, answers, actor) ->
                jobSearch.recordScore(ref, Codes.constant(answers.text("measure")), answers.date("onDate"),
                        (int) answers.number("value", -1), actor));
    }

    @Bean
    CommandHandler contactLost() {
        return of("contactLost", "Record that contact is lost", "Outreach has begun: the first attempt is in your tasks", (ref, answers, actor) ->
                jobSearch.contactLost(ref, answers.date("lostOn"), actor));
    }

    @Bean
    CommandHandler backInTouch() {
        return of("backInTouch", "Record that the person is back in touch", "Outreach has ended and the search goes on", (ref, answers, actor) ->
                jobSearch.backInTouch(ref, answers.date("backOn"), actor));
    }

    @Bean
    CommandHandler supportFinished() {
        return of("supportFinished", "Finish support", "Support has ended", (ref, answers, actor) -> {
            if (!answers.yes("agreed")) {
                throw Problem.at("agreed", "not-agreed", "Support goes on while the person wants it. Finish it when they agree");
            }
            jobSearch.supportFinished(ref, answers.date("finishedOn"), actor);
        });
    }

    private SimpleCommand of(String form, String title, String done, Step step) {
        return new SimpleCommand(form, title, done, pages::person, (ref, answers, actor) -> {
            step.take(ref, answers, actor);
            return record(ref);
        });
    }

    @FunctionalInterface
    private interface Step {
        void take(String ref, Answers answers, Actor actor);
    }

    private static Attendance attendance(Answers answers) {
        return Attendance.valueOf(Codes.constant(answers.text("outcome")));
    }

    static String record(String referralRef) {
        return "/clients/" + referralRef;
    }
}
