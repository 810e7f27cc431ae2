package org.placewell.triage;

import java.util.Map;
import org.placewell.contract.domain.Cohort;
import org.placewell.contract.domain.Terms;
import org.placewell.referral.ReferralView;
import org.placewell.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision tables about a referral: fit with the contract's cohort, and the support it will take. */
@Component
class Grading {

    private final Decisions decisions;

    Grading(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @return eligibility, rule and reason of {@code eligibility.dmn} */
    Map<String, Object> eligibility(ReferralView referral, ReferralView.Health health, Terms terms) {
        var cohort = terms.cohort();
        int age = referral.person().ageOn(referral.referredOn());
        return decisions.ask("eligibility", Map.of(
                "ageFit", age < cohort.ageFrom().orElse(0) ? "below" : cohort.admitsAge(age) ? "fits" : "above",
                "areaFit", areaFit(referral.area(), cohort),
                "workFit", workFit(referral, terms),
                "groupFit", sameGroup(health.conditionGroup(), cohort.group()) ? "fits" : "other"));
    }

    /** @return need, rule and reason of {@code support-need.dmn} */
    Map<String, Object> need(ReferralView referral, Terms terms) {
        return decisions.ask("support-need", Map.of("lastWorked", referral.work().lastWorked(), "helpNeeded", referral.work().helpNeeded().size(),
                "jobAtRisk", terms.jobAtRisk(referral.work().outOfWork())));
    }

    private static String workFit(ReferralView referral, Terms terms) {
        if (referral.work().outOfWork()) {
            return terms.onlyKeepsJobs() ? "noJob" : "fits";
        }
        return terms.cohort().outOfWork() ? "inWork" : "fits";
    }

    private static String areaFit(String area, Cohort cohort) {
        if (cohort.areas().isEmpty()) {
            return "fits";
        }
        return area == null || area.isBlank() ? "unknown" : cohort.areas().stream().anyMatch(area::equalsIgnoreCase) ? "fits" : "other";
    }

    private static boolean sameGroup(String code, String group) {
        return code.equalsIgnoreCase(group.replace("-", ""));
    }
}
