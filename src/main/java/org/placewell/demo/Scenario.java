package org.placewell.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A kind of service to simulate. */
public enum Scenario {

    /** One service over a year, against what IPS services report. */
    STANDARD("standard", "mhep-haringey-barnet", Habits.USUAL),
    /** The same people twice: first without a time limit, then with nine months of search and four in work. */
    IPS_LITE("ips-lite", "mhep-haringey-barnet", Habits.IPS_LITE),
    /** A service staffed for its usual referrals that gets three times as many for eight weeks. */
    SURGE("surge", "mhep-haringey-barnet", Habits.USUAL),
    /** A trial: half of the people get support, drawn from sealed lists; all are asked again at its end. */
    TRIAL("trial", "thrive-into-work", Habits.TRIAL),
    /** A service for people in work who may lose it. */
    RETENTION("retention", "the-link", Habits.RETENTION);

    /** Days from the first to the last referral. */
    static final int REFERRING_DAYS = 364;
    /** The trial of IPS-Lite followed people for eighteen months. */
    static final int TRIAL_DAYS = 548;
    /** The second arm of IPS-Lite is referred this long after the first, so that a new version of the contract can begin in between. */
    static final int SECOND_ARM_AFTER = 180;
    static final int SURGE_FROM = 140;
    static final int SURGE_UNTIL = SURGE_FROM + 56;
    private static final int SURGE_TIMES = 3;

    private final String code;
    private final String contract;
    private final Habits habits;

    Scenario(String code, String contract, Habits habits) {
        this.code = code;
        this.contract = contract;
        this.habits = habits;
    }

    /** The name on the command line. */
    public String code() {
        return code;
    }

    /** The contract that is simulated unless another is asked for. */
    public String contract() {
        return contract;
    }

    Habits habits() {
        return habits;
    }

    /** The scenario of that name; empty when there is none. */
    public static Optional<Scenario> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** The day of a referral, the first being number 0 of so many. */
    LocalDate referredOn(LocalDate start, int number, int referrals) {
        return switch (this) {
            case STANDARD, TRIAL, RETENTION -> start.plusDays((long) REFERRING_DAYS * number / referrals);
            case IPS_LITE -> start.plusDays(number % 2 == 0 ? 120L * number / referrals : SECOND_ARM_AFTER + 120L * number / referrals);
            case SURGE -> start.plusDays(surgeDay(number, referrals));
        };
    }

    /** How the person will fare: in IPS-Lite each of the first arm has somebody in the second who would fare alike. */
    int fate(int number) {
        return this == IPS_LITE ? number / 2 : number;
    }

    /**
     * Specialists for so many referrals. IPS Grow: some 40 people a specialist and year. A standard service has a few more so that nobody
     * waits for ever; a surge meets a service of the usual size; the trial's people never wait.
     */
    int specialists(int referrals) {
        return switch (this) {
            case STANDARD, TRIAL, RETENTION -> 2 + referrals / 30;
            case IPS_LITE -> 2 + referrals / 15;
            case SURGE -> 1 + referrals * REFERRING_DAYS / (REFERRING_DAYS + (SURGE_TIMES - 1) * (SURGE_UNTIL - SURGE_FROM)) / 40;
        };
    }

    /** Days that are lived through in all: long enough to see what becomes of the last. */
    int followedDays() {
        return this == IPS_LITE ? SECOND_ARM_AFTER + 120 + TRIAL_DAYS + 60 : REFERRING_DAYS + 560;
    }

    private static long surgeDay(int number, int referrals) {
        int surgeDays = SURGE_UNTIL - SURGE_FROM;
        long shares = REFERRING_DAYS + (SURGE_TIMES - 1L) * surgeDays;
        long share = shares * number / referrals;
        if (share < SURGE_FROM) {
            return share;
        }
        long inSurge = share - SURGE_FROM;
        return inSurge < (long) SURGE_TIMES * surgeDays ? SURGE_FROM + inSurge / SURGE_TIMES : share - (SURGE_TIMES - 1L) * surgeDays;
    }
}
