package org.placewell.jobsearch.web;

import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a specialist records about jobs; the subject is the referral for a start, else the job. */
@Configuration(proxyBeanMethods = false)
class JobCommands {

    private final JobSearch jobSearch;
    private final PersonPages pages;

    JobCommands(JobSearch jobSearch, PersonPages pages) {
        this.jobSearch = jobSearch;
        this.pages = pages;
    }

    @Bean
    CommandHandler startJob() {
        return new SimpleCommand("startJob", "Record a job start", "The job start is recorded", pages::person, (ref, answers, actor) -> {
            jobSearch.startJob(job(ref, answers), actor);
            return SearchCommands.record(ref);
        });
    }

    private static NewJob job(String ref, Answers answers) {
        boolean full = answers.text("firstDay").equals("fullDay");
        return new NewJob(ref, answers.text("employer"), answers.text("postcode"), answers.text("jobTitle"),
                EmploymentKind.valueOf(Codes.constant(answers.text("kind"))), NewJob.WorkType.valueOf(Codes.constant(answers.text("workType"))),
                answers.yes("supplyChain"), answers.date("startedOn"), minutes(answers, "weeklyHours"), full,
                full ? 0 : Math.min(1440, minutes(answers, "firstHours")));
    }

    @Bean
    CommandHandler changeHours() {
        return of("changeHours", "Record other weekly hours", "The hours are recorded", (ref, answers, actor) ->
                jobSearch.changeHours(ref, answers.date("fromDate"), minutes(answers, "weeklyHours"), actor));
    }

    @Bean
    CommandHandler recordBreak() {
        return of("recordBreak", "Record time away from the job", "The time away is recorded", (ref, answers, actor) ->
                jobSearch.recordBreak(ref, answers.date("fromDate"), answers.date("toDate"), Codes.constant(answers.text("reason")), actor));
    }

    @Bean
    CommandHandler recordEarnings() {
        return of("recordEarnings", "Record pay", "The pay is recorded", (ref, answers, actor) ->
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
