package org.placewell.correction;

import java.util.List;
import java.util.Objects;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.JobCorrections;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.jobsearch.SearchDates;
import org.placewell.referral.ContractPin;
import org.placewell.referral.DecideAgain;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.sustainment.Sustainment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Kind of work, title, agreed pay, time away, pay received and contract: how each reads, in what words it is put right, and doing so. */
@Component
class MoreFacts {

    private final JobCorrections jobs;
    private final JobSearch search;
    private final ContractPin pins;
    private final Referrals referrals;
    private final Sustainment sustainment;
    private final SearchDates dates;
    private final ApplicationEventPublisher events;

    MoreFacts(JobCorrections jobs, JobSearch search, ContractPin pins, Referrals referrals, Sustainment sustainment, SearchDates dates,
            ApplicationEventPublisher events) {
        this.events = events;
        this.dates = dates;
        this.jobs = jobs;
        this.search = search;
        this.pins = pins;
        this.referrals = referrals;
        this.sustainment = sustainment;
    }

    /** How the fact reads now. @param job null for the contract */
    String fact(String referralRef, NewCorrection to, JobView job) {
        return switch (to.kind()) {
            case JOB_KIND -> job.title() + ", " + job.kind().label();
            case JOB_TITLE -> job.title() + ", " + job.employer();
            case JOB_RATE -> job.rates().stream().filter(rate -> to.on() == null || !rate.from().isAfter(to.on())).reduce((a, b) -> b)
                    .map(rate -> job.title() + ", " + rate.words() + " from " + Snapshots.words(rate.from())).orElse(job.title() + ", no agreed pay");
            case JOB_BREAK -> job.breaks().stream().filter(away -> away.from().equals(to.more().wrongFrom())).findFirst().map(Snapshots::away)
                    .orElseThrow(() -> Problem.at("break", "not-listed", "Choose one of the times away listed"));
            case JOB_PAY -> job.earnings().stream().filter(pay -> pay.from().equals(to.more().wrongFrom()) && pay.kind() == to.more().wrongIncome())
                    .findFirst().map(Snapshots::pay).orElseThrow(() -> Problem.at("pay", "not-listed", "Choose one of the payments listed"));
            case CONTRACT -> contract(referralRef);
            default -> throw new IllegalArgumentException(to.kind().name());
        };
    }

    private String contract(String referralRef) {
        var referral = referrals.get(referralRef);
        return pins.words(new ContractPin.Pin(referral.contractRef(), referral.contractVersion()));
    }

    /** What is wrong and what is right, in one sentence. */
    String sentence(NewCorrection to, String was) {
        var more = to.more();
        return was + ": " + switch (to.kind()) {
            case JOB_KIND -> "the person is employed otherwise, namely “" + more.work().label() + "”";
            case JOB_TITLE -> "the title is " + more.title();
            case JOB_RATE -> "on " + Snapshots.words(to.on()) + " the agreed pay was " + new JobView.Rate(to.on(), more.pence(), more.per()).words();
            case JOB_BREAK -> more.from() == null ? "the person was not away" : "the person was away from " + Snapshots.words(more.from())
                    + (more.to() == null ? " on" : " to " + Snapshots.words(more.to()));
            case JOB_PAY -> more.from() == null ? "there was no such pay" : "it was " + Pence.of(more.pence()) + " (" + words(more.income()) + ") for "
                    + Snapshots.words(more.from()) + " to " + Snapshots.words(more.to());
            case CONTRACT -> "the referral belongs to " + pins.words(new ContractPin.Pin(more.contract(), more.version()));
            default -> throw new IllegalArgumentException(to.kind().name());
        };
    }

    /** The contracts and versions that the referral could belong to, as {@code reference|version} and words. */
    List<String[]> contracts(String referralRef) {
        return pins.choices(referralRef).stream().map(pin -> new String[] {pin.contract() + "|" + pin.version(), pins.words(pin)}).toList();
    }

    /** Makes it come true. */
    void change(String referralRef, NewCorrection to, Actor actor) {
        var more = to.more();
        switch (to.kind()) {
            case JOB_KIND -> jobs.kind(to.subject(), more.work());
            case JOB_TITLE -> jobs.title(to.subject(), more.title());
            case JOB_RATE -> jobs.rate(to.subject(), to.on(), more.pence(), more.per(), actor);
            case JOB_BREAK -> jobs.away(to.subject(), more.wrongFrom(), more.from(), more.to(), actor);
            case JOB_PAY -> jobs.pay(to.subject(), more.wrongFrom(), more.wrongIncome(), more.from() == null ? null
                    : new JobView.Earnings(more.from(), more.to(), more.pence(), more.income()), actor);
            case CONTRACT -> {
                pins.move(referralRef, new ContractPin.Pin(more.contract(), Objects.requireNonNullElse(more.version(), 0)));
                search.jobs(referralRef).forEach(job -> sustainment.replan(job.ref()));
                dates.contractChanged(referralRef);
                events.publishEvent(new DecideAgain(List.of(referralRef), actor));
            }
            default -> throw new IllegalArgumentException(to.kind().name());
        }
    }

    /** A kind of pay in words: {@code tax refund}. */
    static String words(IncomeKind kind) {
        return kind.name().toLowerCase(java.util.Locale.UK).replace('_', ' ');
    }
}
