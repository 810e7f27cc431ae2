package org.placewell.demo;

import static org.placewell.demo.Rates.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What will become of one fictional person, drawn before anything happens: the same seed and number give the same life, however
 * the service behaves on the way.
 */
final class Life {

    /** How triage goes. */
    enum Triage { ACCEPT, ASK_FIRST, HAND_BACK, LEAVE_OPEN }

    /** One job of the plan: days after support began, weekly minutes, days until it ends or -1 for as long as we look. */
    record PlannedJob(int startsAfter, int minutesPerWeek, int lastsDays, String employer, String title) {}

    final int number;
    final Names.Somebody somebody;
    final Random random;
    /** Of its own, so that what comes after a job is no different for the first one. */
    private final Random again;
    final String contract;
    final LocalDate referredOn;
    final List<PlannedJob> jobs = new ArrayList<>();
    /** The jobs of the plan that the person has come to while support ran. */
    final Set<PlannedJob> found = new HashSet<>();
    Triage triage;
    boolean answersQuestion;
    boolean leavesList;
    boolean keepsPlaceFirst;
    boolean fades;
    boolean losesContact;
    boolean comesBack;
    boolean employerContactInTime;
    int profileAfter;
    int finishesAfter;
    /** Stays as long as the contract allows, and so never finishes by choice while we look. */
    boolean staysOn;
    /** Days after the referral on which it ends early, or -1. */
    int endsEarlyAfter = -1;
    String endsEarlyBecause = "";

    /** In work when referred, perhaps away from it, and perhaps to lose it so many days after support began. */
    boolean holdsJob;
    boolean awayFromJob;
    int losesHeldJobAfter = -1;

    /** What happened on the way. */
    String referralRef;
    /** From this day on the person can take a place. */
    LocalDate readyFrom;
    LocalDate supportSince;
    String currentJob;
    boolean asked;
    /** The referral gives no NHS number, so that it may be a duplicate of another one. */
    boolean withoutNumber;
    boolean isDuplicate;
    boolean duplicateLeftOpen;
    /** Says no to the trial of the programme. */
    boolean declinesTrial;
    /** Nobody offers this person a place while we look. */
    boolean heldBack;
    /** Evidence stays where it is while we look. */
    boolean evidenceLeftOpen;
    boolean over;

    Life(int number, long seed, String contract, LocalDate referredOn, int youngest, int oldest) {
        this(number, number, seed, contract, referredOn, youngest, oldest, Habits.USUAL);
    }

    /** Somebody in a service of that kind. @param fate people with the same number here fare alike, whoever they are */
    Life(int number, int fate, long seed, String contract, LocalDate referredOn, int youngest, int oldest, Habits habits) {
        this.number = number;
        this.contract = contract;
        this.referredOn = referredOn;
        this.random = new Random(seed * 1_000_003L + fate);
        this.again = new Random(seed * 1_000_033L + fate);
        // The first draws of neighbouring seeds are alike.
        random.nextLong();
        again.nextLong();
        this.somebody = Names.somebody(number, random, referredOn, youngest, oldest);
        draw(habits);
    }

    /** The same person referred once more, by somebody who did not know: a life that triage will join with the first. */
    Life(int number, long seed, Life first, LocalDate referredOn) {
        this.number = number;
        this.contract = first.contract;
        this.referredOn = referredOn;
        this.random = new Random(seed * 1_000_003L + number);
        this.again = new Random(seed * 1_000_033L + number);
        this.somebody = first.somebody;
        draw(Habits.USUAL);
        withoutNumber = true;
        isDuplicate = true;
    }

    /** Whether something that happens so often in a hundred happens this time. */
    boolean chance(int inHundred) {
        return chance(random, inHundred);
    }

    private static boolean chance(Random from, int inHundred) {
        return from.nextInt(100) < inHundred;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return between(random, low, high);
    }

    private static int between(Random from, int low, int high) {
        return low + from.nextInt(high - low + 1);
    }

    /** Whether the person is in work on that day: in the first job of the plan, seen or not by the service, or in a further one that was found. */
    boolean worksOn(LocalDate day) {
        return supportSince != null && jobs.stream().filter(job -> job == jobs.get(0) || found.contains(job))
                .anyMatch(job -> !supportSince.plusDays(job.startsAfter()).isAfter(day) && (job.lastsDays() < 0 || supportSince.plusDays(job.startsAfter() + (long) job.lastsDays()).isAfter(day)));
    }

    private void draw(Habits habits) {
        triage = chance(habits.handedBack()) ? Triage.HAND_BACK : chance(ASKED_FOR_MORE) ? Triage.ASK_FIRST : Triage.ACCEPT;
        answersQuestion = chance(ANSWERS_QUESTION);
        leavesList = chance(habits.leavesTheList());
        keepsPlaceFirst = chance(KEEPS_PLACE_FIRST);
        fades = chance(habits.fades());
        losesContact = chance(LOSES_CONTACT);
        comesBack = chance(COMES_BACK);
        employerContactInTime = chance(EMPLOYER_CONTACT_IN_TIME);
        profileAfter = between(7, 24);
        finishesAfter = between(habits.finishesFrom(), habits.finishesTo());
        staysOn = habits.finishes() < 100 && !chance(habits.finishes());
        if (habits.holdsJob() > 0 && chance(habits.holdsJob())) {
            holdsJob = true;
            awayFromJob = chance(AWAY_WHEN_REFERRED);
            losesHeldJobAfter = chance(LOSES_HELD_JOB) ? between(20, 120) : -1;
        }
        if (random.nextInt(1000) < DIES_IN_THOUSAND) {
            endsEarly(between(20, 300), "died");
        } else if (chance(habits.withdraws())) {
            endsEarly(between(10, 200), "withdrew");
        }
        if (chance(habits.startsJob())) {
            planJob(profileAfter + daysToJob(random, habits.medianDaysToJob()));
            lookAgain(habits);
        }
    }

    /**
     * Whoever loses a job looks again, as long as support runs, and finds another as often and as soon as a first one: no source tells a
     * second search from a first (rates: {@link Rates}). Only a job that lasts, or a search in vain, is the end of it.
     */
    private void lookAgain(Habits habits) {
        var last = jobs.get(0);
        while (last.lastsDays() >= 0 && chance(again, habits.startsJob())) {
            planJob(again, last.startsAfter() + last.lastsDays() + daysToJob(again, habits.medianDaysToJob()));
            last = jobs.get(jobs.size() - 1);
        }
    }

    void endsEarly(int afterDays, String because) {
        endsEarlyAfter = afterDays;
        endsEarlyBecause = because;
    }

    /** Adds a job to the plan. */
    void planJob(int startsAfter) {
        planJob(random, startsAfter);
    }

    private void planJob(Random from, int startsAfter) {
        int minutes = 60 * (chance(from, SIXTEEN_HOURS_OR_MORE) ? List.of(16, 18, 20, 24, 30, 37).get(between(from, 0, 5))
                : List.of(6, 8, 10, 12, 15).get(between(from, 0, 4)));
        int lasts = !chance(from, LASTS_SIX_WEEKS) ? between(from, 5, 41)
                : !chance(from, THEN_THIRTEEN_WEEKS) ? between(from, 43, 90) : !chance(from, THEN_TWENTY_SIX_WEEKS) ? between(from, 95, 181) : -1;
        jobs.add(new PlannedJob(startsAfter, minutes, lasts, Employers.name(number * 7 + jobs.size()), Employers.job(number * 5 + jobs.size())));
    }

    /** Half of the first jobs come before the median. Whole numbers: from a quarter to two and a half times the median. */
    private static int daysToJob(Random from, int median) {
        return chance(from, 50) ? between(from, median / 4, median) : between(from, median, median * 5 / 2);
    }
}
