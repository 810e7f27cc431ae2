package org.placewell.jobsearch.web;

import java.util.Map;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.AgreedPay;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.EmployerBook;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.jobsearch.PayPeriod;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a specialist records about jobs; the subject is the referral for a start, else the job. */
@Configuration(proxyBeanMethods = false)
class JobCommands {

    private final JobSearch jobSearch;
    private final EmployerBook book;
    private final PersonPages pages;
    private final MovableClock clock;
    private final AgreedPay pay;

    JobCommands(JobSearch jobSearch, EmployerBook book, PersonPages pages, MovableClock clock, AgreedPay pay) {
        this.pay = pay;
        this.jobSearch = jobSearch;
        this.book = book;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    CommandHandler startJob() {
        return new SimpleCommand("startJob", "Record a job start", "The job start is recorded", pages::person, (ref, answers, actor) -> {
            agreed(jobSearch.startJob(job(ref, answers), actor), answers, actor);
            return SearchCommands.record(ref);
        });
    }

    private void agreed(String jobRef, Answers answers, Actor actor) {
        if (!answers.text("payPer").equals("notKnown")) {
            pay.atStart(jobRef, answers.pence("payRate").amount(), PayPeriod.valueOf(Codes.constant(answers.text("payPer"))), actor);
        }
    }

    private static NewJob job(String ref, Answers answers) {
        boolean full = answers.text("firstDay").equals("fullDay");
        return new NewJob(ref, answers.text("employer"), answers.text("postcode"), answers.text("jobTitle"),
                EmploymentKind.valueOf(Codes.constant(answers.text("kind"))), NewJob.WorkType.valueOf(Codes.constant(answers.text("workType"))),
                answers.yes("supplyChain"), answers.date("startedOn"), minutes(answers, "weeklyHours"), full,
                full ? 0 : Math.min(1440, minutes(answers, "firstHours")),
                answers.text("adviceLate").isEmpty() ? null : Codes.constant(answers.text("adviceLate")));
    }

    @Bean
    CommandHandler changeHours() {
        return of("changeHours", "Record other weekly hours", "The hours are recorded", (ref, answers, actor) ->
                changeHours(ref, answers, actor));
    }

    /** Benefits can change with the hours: what the person was offered is asked in the same breath. */
    private void changeHours(String ref, Answers answers, Actor actor) {
        jobSearch.changeHours(ref, answers.date("fromDate"), minutes(answers, "weeklyHours"), actor);
        advice(ref, answers, actor);
    }

    @Bean
    CommandHandler changePay() {
        return of("changePay", "Record another agreed pay", "The agreed pay is recorded", (ref, answers, actor) -> {
            pay.change(ref, answers.date("fromDate"), answers.pence("payRate").amount(), PayPeriod.valueOf(Codes.constant(answers.text("payPer"))), actor);
            advice(ref, answers, actor);
        });
    }

    private void advice(String ref, Answers answers, Actor actor) {
        if (answers.has("advice") && !answers.text("advice").equals("notYet")) {
            jobSearch.recordAdvice(pages.referralOf(ref), clock.today(), Codes.constant(answers.text("advice")), "CHANGE_OF_HOURS", actor);
        }
    }

    @Bean
    CommandHandler recordHeldJob() {
        return new SimpleCommand("recordHeldJob", "Record the job the person has", "The job is recorded: it is followed from the referral on",
                (ref, actor) -> {
                    var page = pages.person(ref, actor);
                    jobSearch.requireHeldJobs((ReferralView) page.model().get("referral"));
                    return page.with(Map.of(), Map.of("employers", book.suggestions(actor).stream().map(one -> new Option(one, one)).toList()));
                }, (ref, answers, actor) -> {
                    var away = answers.text("situation").equals("atWork") ? null : Codes.constant(answers.text("situation"));
                    agreed(jobSearch.recordHeldJob(new NewJob(ref, answers.text("employer"), null, answers.text("jobTitle"),
                            EmploymentKind.valueOf(Codes.constant(answers.text("kind"))), NewJob.WorkType.COMPETITIVE, answers.yes("supplyChain"),
                            answers.date("startedOn"), minutes(answers, "weeklyHours"), true, 0), away, answers.date("awaySince"), actor), answers, actor);
                    return SearchCommands.record(ref);
                });
    }

    @Bean
    CommandHandler recordBreak() {
        return of("recordBreak", "Record time away from the job", "The time away is recorded", (ref, answers, actor) ->
                jobSearch.recordBreak(ref, answers.date("fromDate"), answers.date("toDate"), Codes.constant(answers.text("reason")), actor));
    }

    @Bean
    CommandHandler recordEarnings() {
        return of("recordEarnings", "Record pay received", "The pay is recorded", (ref, answers, actor) ->
                jobSearch.recordEarnings(ref, answers.date("fromDate"), answers.date("toDate"), answers.pence("amount").amount(),
                        IncomeKind.valueOf(Codes.constant(answers.text("kind"))), actor));
    }

    @Bean
    CommandHandler endJob() {
        return of("endJob", "Record the end of a job", "The end of the job is recorded", (ref, answers, actor) ->
                jobSearch.endJob(ref, answers.date("endedOn"), JobEndReason.valueOf(Codes.constant(answers.text("reason"))), actor));
    }

    private SimpleCommand of(String form, String title, String done, Step step) {
        return new SimpleCommand(form, title, done, pages::job, (ref, answers, actor) -> {
            step.take(ref, answers, actor);
            return SearchCommands.record(pages.referralOf(ref));
        });
    }

    @FunctionalInterface
    private interface Step {
        void take(String ref, Answers answers, Actor actor);
    }

    private static int minutes(Answers answers, String key) {
        return answers.minutes(key, 0);
    }
}
