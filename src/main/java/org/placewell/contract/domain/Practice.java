package org.placewell.contract.domain;

import java.util.OptionalInt;

/**
 * How the service works under the contract, beyond its deadlines: what a version's {@code service} block says.
 *
 * @param surgePerWeek referrals in seven days above which triage goes by batches; empty for never
 * @param retentionPercent the most that people still in a job may be of a caseload, 0 to 100
 * @param refusals how many offered places a person may refuse and keep the place in line, zero or more
 * @param dischargeEndsSupport whether discharge from the clinical team ends the support
 * @param shortProfile whether the short vocational profile is enough
 * @param weeklyContactWeeks weeks of weekly contact from the start of a job, one or more
 */
public record Practice(
        OptionalInt surgePerWeek, int retentionPercent, int refusals, boolean dischargeEndsSupport, boolean shortProfile,
        int weeklyContactWeeks) {

    /**
     * What holds when the terms say nothing: at most 15 % of a caseload in job retention (IPS Grow), weekly contact in the first month
     * (IPS practice), support without regard to discharge. Two refusals are the product's own choice.
     */
    public static final Practice USUAL = new Practice(OptionalInt.empty(), 15, 2, false, false, 4);
}
