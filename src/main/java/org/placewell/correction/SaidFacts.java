package org.placewell.correction;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.NewReferral.Work;
import org.placewell.referral.ReferralFacts;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** What a referral said of work and home, date of birth and NHS number: how each reads, in what words it is put right, and doing so. */
@Component
class SaidFacts {

    private static final Map<String, String> LAST_WORKED = Map.of("withinYear", "within the last year", "oneToFive", "one to five years ago",
            "overFive", "more than five years ago", "never", "never yet", "notSaid", "not known");
    private static final Map<String, String> HELP = Map.of("housing", "housing", "debt", "debt", "language", "language, reading or writing",
            "caring", "caring for someone", "transport", "getting around");
    private static final Map<String, String> NO_NUMBER = Map.of("notKnown", "not known", "notRegistered", "not registered with a GP",
            "notWilling", "would rather not give it");
    private final ReferralFacts facts;
    private final Referrals referrals;
    private final JobSearch search;

    SaidFacts(ReferralFacts facts, Referrals referrals, JobSearch search) {
        this.facts = facts;
        this.referrals = referrals;
        this.search = search;
    }

    /** Keeps person and referral as they are until the transaction ends. */
    void hold(String referralRef) {
        facts.hold(referralRef);
    }

    /** How the fact reads now. */
    String fact(String referralRef, CorrectionKind kind) {
        var referral = referrals.get(referralRef);
        return switch (kind) {
            case REFERRAL_WORK -> work(referral.work());
            case AREA -> area(referral.area());
            case BIRTH_DATE -> Snapshots.words(referral.person().birthDate());
            case NHS_NUMBER -> referral.person().groupedNumber();
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Puts all of them where the page lists what changes. */
    void into(Map<String, String> list, ReferralView referral) {
        list.put("Date of birth", Snapshots.words(referral.person().birthDate()) + " (" + referral.person().ageOn(referral.referredOn()) + " when referred)");
        list.put("NHS number", referral.person().groupedNumber());
        list.put("Where the person lives", area(referral.area()));
        list.put("What the referral says of work", work(referral.work()));
    }

    /** What is wrong and what is right, in one sentence. */
    String sentence(NewCorrection to, String was) {
        var said = to.said();
        return was + ". Right is: " + switch (to.kind()) {
            case REFERRAL_WORK -> work(said.outOfWork(), said.lastWorked(), said.jobSoon(), said.helpNeeded());
            case AREA -> area(said.area());
            case BIRTH_DATE -> Snapshots.words(said.birthDate());
            case NHS_NUMBER -> said.nhsNumber().isEmpty() ? NO_NUMBER.get(said.noNumberReason()) : NhsNumber.parse("nhsNumber", said.nhsNumber()).toString();
            default -> throw new IllegalArgumentException(to.kind().name());
        };
    }

    /** The areas a person could choose from. */
    List<String> areas(String referralRef) {
        return facts.areas(referralRef);
    }

    /** The other referrals of the person, open or not. */
    List<String> others(String referralRef) {
        return facts.others(referralRef);
    }

    /** Makes it come true. */
    void change(String referralRef, NewCorrection to, Actor actor) {
        var said = to.said();
        switch (to.kind()) {
            case REFERRAL_WORK -> {
                requireNoHeldJob(referralRef, said.outOfWork());
                facts.work(referralRef, said.outOfWork(), said.lastWorked(), said.helpNeeded(), said.jobSoon(), actor);
            }
            case AREA -> facts.area(referralRef, said.area().isEmpty() ? null : said.area(), actor);
            case BIRTH_DATE -> facts.birthDate(referralRef, said.birthDate(), actor);
            case NHS_NUMBER -> facts.nhsNumber(referralRef, said.nhsNumber(), said.noNumberReason(), actor);
            default -> throw new IllegalArgumentException(to.kind().name());
        }
    }

    /** Keeping a job is paid for: nobody is out of work who had, by the record, a job on the day of the referral. */
    private void requireNoHeldJob(String referralRef, boolean outOfWork) {
        var on = referrals.get(referralRef).referredOn();
        search.jobs(referralRef).stream().filter(job -> outOfWork && job.startedOn().isBefore(on) && (job.endedOn() == null || !job.endedOn().isBefore(on)))
                .findFirst().ifPresent(job -> {
                    throw Problem.at("outOfWork", "held-job", "By the record the person had a job on the day of the referral (" + job.title() + ", from "
                            + Snapshots.words(job.startedOn()) + "). If that job is wrong, correct it first");
                });
    }

    private static String area(String area) {
        return area == null || area.isBlank() ? "Not known" : area.equals("elsewhere") ? "Somewhere else" : area;
    }

    private static String work(Work work) {
        return work(work.outOfWork(), work.lastWorked(), work.jobSoon(), work.helpNeeded());
    }

    private static String work(boolean outOfWork, String lastWorked, boolean jobSoon, List<String> help) {
        return (outOfWork ? "Out of paid work" : "In paid work") + "; last worked: " + LAST_WORKED.get(lastWorked) + "; "
                + (jobSoon ? "a job or an interview is close" : "no job or interview close") + "; to sort out: "
                + (help.isEmpty() ? "nothing else" : help.stream().sorted().map(HELP::get).collect(Collectors.joining(", ")));
    }
}
