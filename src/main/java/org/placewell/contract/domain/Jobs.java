package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Metric.JobsThatCount;

/** Which jobs count for a rule, and why the others do not. */
final class Jobs {

    private Jobs() {}

    /** The jobs that have begun and count, in the order of the facts. */
    static List<JobSpell> counting(OutcomeRule rule, Facts facts) {
        var counting = new ArrayList<JobSpell>(facts.jobs().size());
        for (var job : facts.jobs()) {
            if (!job.start().isAfter(facts.asOf()) && objection(rule, facts, job) == null) {
                counting.add(job);
            }
        }
        return counting;
    }

    /** Those of the jobs that a metric of gained work is about. */
    static List<JobSpell> gained(List<JobSpell> jobs, JobsThatCount which) {
        var gained = jobs;
        for (var job : jobs) {
            if (!isGained(job, which)) {
                gained = new ArrayList<>(jobs);
                gained.removeIf(one -> !isGained(one, which));
                break;
            }
        }
        return gained;
    }

    private static boolean isGained(JobSpell job, JobsThatCount which) {
        return !job.heldAtReferral() && (which.only().isEmpty() || which.only().contains(job.kind()));
    }

    /** Those of the jobs that the person had when referred. */
    static List<JobSpell> held(List<JobSpell> jobs) {
        return jobs.stream().filter(JobSpell::heldAtReferral).toList();
    }

    /** A sentence for each job that has begun but does not count. */
    static List<String> objections(OutcomeRule rule, Facts facts) {
        var objections = new ArrayList<String>(0);
        for (var job : facts.jobs()) {
            var objection = objection(rule, facts, job);
            if (objection != null && !job.start().isAfter(facts.asOf())) {
                objections.add("Job " + job.jobRef() + " does not count: " + objection + ".");
            }
        }
        return objections;
    }

    private static String objection(OutcomeRule rule, Facts facts, JobSpell job) {
        boolean keeps = job.heldAtReferral() && rule.metric().isAboutRetention();
        if (!keeps && (job.heldAtReferral() || job.start().isBefore(facts.referredOn()))) {
            return "it began before the referral";
        }
        if (!job.competitive()) {
            return "it is not competitive work at the minimum wage or more";
        }
        if (rule.excluded().contains(job.kind())) {
            return "the contract excludes " + job.kind().label();
        }
        if (job.insideSupplyChain() && !rule.supplyChainCounts()) {
            return "the employer is paid under this contract";
        }
        return null;
    }
}
