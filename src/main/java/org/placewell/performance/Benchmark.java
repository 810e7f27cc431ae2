package org.placewell.performance;

/**
 * A range that services of this kind report, in per cent of the stage before.
 *
 * @param low the lower end of what is usual; the ends are judgement around the cited figures
 * @param source whose figures they are; empty where there is nothing to compare
 */
public record Benchmark(String stage, int low, int central, int high, String source) {

    /** Of those referred. */
    public static final Benchmark ENGAGED = new Benchmark("Engaged", 60, 70, 85, "Fair Start Scotland 67 %, Work and Health Programme 75 % of referrals");
    /** Of those engaged. */
    public static final Benchmark JOB_START = new Benchmark("Job start", 30, 37, 50,
            "Behavioural Insights Team 31 %, IPS Quality Mark 40 % of those engaged");
    /** Of those who started a job. */
    public static final Benchmark THIRTEEN_WEEKS = new Benchmark("13 weeks in work", 50, 69, 80, "IPS Grow 65 %, Fair Start Scotland 73 % of job starts");
}
