package org.placewell.demo;

/**
 * How the people of one kind of service fare: in per cent of the people, and in days after support began.
 *
 * @param startsJob of those who stay, to a first job
 * @param medianDaysToJob half of the first jobs come sooner; the last after two and a half times as long
 * @param holdsJob of all, how many are in work when referred and come to keep that job
 * @param finishes of all, how many are content to leave between {@code finishesFrom} and {@code finishesTo}; the others stay as long as they may
 */
record Habits(
        int handedBack, int leavesTheList, int fades, int withdraws, int startsJob, int medianDaysToJob, int holdsJob, int finishes, int finishesFrom,
        int finishesTo) {

    /** The demo's people and a standard service: {@link Rates} names the sources. */
    static final Habits USUAL = new Habits(Rates.HANDED_BACK, Rates.LEAVES_THE_LIST, Rates.FADES_BEFORE_PROFILE, Rates.WITHDRAWS, Rates.STARTS_JOB,
            Rates.MEDIAN_DAYS_TO_JOB, 0, 100, 240, 380);

    /**
     * Both arms of the IPS-Lite trial (Burns and others, British Journal of Psychiatry 207(4):351), set so that the standard arm comes out as
     * published: 46 % employed in eighteen months, 7 of 27 first jobs after nine months, 28 % discharged, which freed 12.7 % of the time. What
     * the time limits make of the same people is not set anywhere: the rules of the model decide it.
     */
    static final Habits IPS_LITE = new Habits(0, 0, 3, 2, 50, 150, 0, 27, 200, 390);

    /** Both arms of a health-led trial: open model IPS-Mod, 37 % of the treated ever in work within twelve months. */
    static final Habits TRIAL = new Habits(0, Rates.LEAVES_THE_LIST, Rates.FADES_BEFORE_PROFILE, Rates.WITHDRAWS, 40, 110, 0, 100, 240, 380);

    /** People in work who may lose it: no figure is published, all is our assumption. */
    static final Habits RETENTION = new Habits(5, 3, 5, 3, 0, 132, 100, 100, 150, 240);
}
