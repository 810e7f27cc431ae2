package org.placewell.demo;

/**
 * How the fictional people fare, in per cent: the central values of the ranges that published IPS services report. Whole
 * numbers, drawn with a seeded generator, so that the same seed gives the same people.
 */
final class Rates {

    /** Referral to engagement, 67 to 75 (Fair Start Scotland 67, Work and Health Programme 75), is what these losses leave. */
    static final int HANDED_BACK = 8;
    static final int ASKED_FOR_MORE = 12;
    static final int ANSWERS_QUESTION = 92;
    static final int NOT_THE_SAME_PERSON = 40;
    static final int LEAVES_THE_LIST = 8;
    static final int KEEPS_PLACE_FIRST = 6;
    static final int FADES_BEFORE_PROFILE = 12;
    static final int WITHDRAWS = 5;
    static final int DIES_IN_THOUSAND = 4;

    /**
     * Engagement to first job start within twelve months: 35 to 40 (Behavioural Insights Team 31, IPS Quality Mark 40). Nobody publishes how many
     * find another job after one that ended: whoever looks again in support does so at the same rate and pace.
     */
    static final int STARTS_JOB = 38;
    /** Median days from engagement to the first job: 132 (Rinaldi and others). */
    static final int MEDIAN_DAYS_TO_JOB = 132;
    /** Job starts at 16 hours or more: 75 (Behavioural Insights Team). */
    static final int SIXTEEN_HOURS_OR_MORE = 75;
    /** Job start to 6 weeks: 67 to 72 (Health and Employment Partnerships). */
    static final int LASTS_SIX_WEEKS = 72;
    /** Of those, to 13 weeks: 65 to 73 of all job starts (IPS Grow 65, Fair Start Scotland 73). */
    static final int THEN_THIRTEEN_WEEKS = 96;
    /** 13 to 26 weeks: 81 (Fair Start Scotland). */
    static final int THEN_TWENTY_SIX_WEEKS = 81;

    /** Our assumptions: no published figure was found. */
    static final int ATTENDS = 80;
    static final int LOSES_CONTACT = 8;
    static final int COMES_BACK = 55;
    static final int EVIDENCE_REJECTED = 6;
    static final int MORE_EVIDENCE = 12;
    static final int DISPUTES = 50;
    static final int DISPUTE_UPHELD = 50;
    static final int EMPLOYER_CONTACT_IN_TIME = 88;

    /** Of people in work who are referred to keep the job, our assumptions. */
    static final int AWAY_WHEN_REFERRED = 30;
    static final int LOSES_HELD_JOB = 25;

    /** In work twelve months after usual care in a health-led trial: 19.9 (open model IPS-Mod, control). */
    static final int IN_WORK_WITHOUT_SUPPORT = 20;
    static final int FOLLOW_UP_REACHED = 85;

    private Rates() {}
}
