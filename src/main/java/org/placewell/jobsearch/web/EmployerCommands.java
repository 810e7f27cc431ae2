package org.placewell.jobsearch.web;

import java.util.List;
import java.util.Map;
import org.placewell.caseload.CaseRow;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.ApplicationStatus;
import org.placewell.jobsearch.ApplicationView;
import org.placewell.jobsearch.Applications;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.EmployerBook;
import org.placewell.jobsearch.NewEmployerContact;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is recorded about employers: a contact logged on one short page, applications and what came of them. */
@Configuration(proxyBeanMethods = false)
class EmployerCommands {

    /** The one subject of the quick log: the actor's own. */
    static final String OWN = "mine";
    private final EmployerBook book;
    private final Applications applications;
    private final Caseload caseload;
    private final PersonPages pages;
    private final MovableClock clock;

    EmployerCommands(EmployerBook book, Applications applications, Caseload caseload, PersonPages pages, MovableClock clock) {
        this.book = book;
        this.applications = applications;
        this.caseload = caseload;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    CommandHandler logContact() {
        return new SimpleCommand("logContact", "Log a contact with an employer", "The contact is logged", this::quick, (subject, answers, actor) -> {
            book.log(new NewEmployerContact(answers.has("person") ? answers.text("person") : null, answers.text("employer"), null,
                    answers.date("onDate"), Codes.constant(answers.text("how")), Codes.constant(answers.text("purpose")),
                    answers.yes("personTookPart")), actor);
            return "/employers";
        });
    }

    /** Filled in as it usually is: today, face to face, to learn about the employer; only the employer is left to type. */
    private TaskPage quick(String subject, Actor actor) {
        if (!OWN.equals(subject)) {
            throw new Problem.NotFound("this log");
        }
        var role = actor.has(Role.SPECIALIST) ? Role.SPECIALIST : Role.TEAM_LEADER;
        var people = caseload.board(actor, role).stream().sorted(java.util.Comparator.comparing(CaseRow::name))
                .map(row -> new Option(row.referralRef(), row.name())).toList();
        var model = role == Role.SPECIALIST ? Map.<String, Object>of("work", book.own(actor)) : Map.<String, Object>of();
        return TaskPage.of("jobsearch/employers :: week", model).with(
                Map.of("onDate", clock.today(), "how", "faceToFace", "purpose", "learnAboutEmployer"),
                Map.of("employers", known(actor), "people", people));
    }

    @Bean
    CommandHandler recordApplication() {
        return new SimpleCommand("recordApplication", "Record an application", "The application is recorded",
                (ref, actor) -> pages.person(ref, actor).with(Map.of("appliedOn", clock.today()), Map.of("employers", known(actor))),
                (ref, answers, actor) -> {
                    applications.record(ref, answers.text("employer"), answers.text("role"), answers.date("appliedOn"), actor);
                    return SearchCommands.record(ref);
                });
    }

    @Bean
    CommandHandler applicationResult() {
        return new SimpleCommand("applicationResult", "Record what came of an application", "The result is recorded", this::withOpen,
                (ref, answers, actor) -> {
                    applications.result(ref, Integer.parseInt(answers.text("number")),
                            ApplicationStatus.valueOf(Codes.constant(answers.text("result"))), answers.date("onDate"), actor);
                    return SearchCommands.record(ref);
                });
    }

    private TaskPage withOpen(String ref, Actor actor) {
        var page = pages.person(ref, actor);
        var open = applications.of(ref).stream().filter(ApplicationView::isOpen)
                .map(one -> new Option(Integer.toString(one.number()), one.role() + ", " + one.employer() + ", " + Words.date(one.appliedOn()))).toList();
        if (open.isEmpty()) {
            throw Problem.of("no-application", "No application of this person waits for an answer. Record one from their record first");
        }
        return page.with(Map.of("onDate", clock.today()), Map.of("applications", open));
    }

    private List<Option> known(Actor actor) {
        return book.suggestions(actor).stream().map(one -> new Option(one, one)).toList();
    }
}
