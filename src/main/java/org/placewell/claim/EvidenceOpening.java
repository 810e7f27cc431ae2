package org.placewell.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.EvidenceRequirements;
import org.placewell.evidence.JobFact;
import org.placewell.evidence.NewEvidenceCase;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.springframework.stereotype.Component;

/** Opens the evidence case of a claim with what the contract version asks to be shown. */
@Component
class EvidenceOpening {

    private final Evidence evidence;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final JobSearch search;

    EvidenceOpening(Evidence evidence, Contracts contracts, AuditTrail audit, JobSearch search) {
        this.evidence = evidence;
        this.contracts = contracts;
        this.audit = audit;
        this.search = search;
    }

    /** Opens the case; returns the login names of those who recorded the facts. */
    Set<String> open(Claim claim, ReferralView referral, Terms terms, OutcomeRule rule, Facts facts) {
        var recorders = recorders(referral);
        var specialist = referral.specialist() != null ? referral.specialist() : referral.referrer();
        evidence.openCase(new NewEvidenceCase(claim.ref(), referral.ref(), terms.contract(), terms.version(), rule.code(), rule.title(),
                contracts.sentence(terms.contract(), terms.version(), rule.code()), claim.amount().amount(), referral.team(), specialist, recorders,
                referral.person().name(), claim.windowFrom(), claim.reachedOn(), claim.claimBy(), jobs(claim.occurrence(), claim.windowFrom(), claim.reachedOn(), facts),
                EvidenceRequirements.of(terms, rule)), Actor.system());
        return recorders;
    }

    /** Those who have recorded facts since the claim was opened have a hand in it too. */
    void lateRecorders(Claim claim, ReferralView referral) {
        evidence.recordedBy(claim.ref(), recorders(referral));
    }

    /**
     * Everybody who recorded anything of the work with the person, and the specialist who answers for it. A job that was moved here from
     * another record brings its recorders along: what they did is in the other record's history.
     */
    private Set<String> recorders(ReferralView referral) {
        var names = audit.of(referral.ref()).stream().filter(line -> line.area() == Area.WORK).map(AuditEntry::actor)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(search.recorders(referral.ref()));
        names.remove(Actor.system().username());
        if (referral.specialist() != null) {
            names.add(referral.specialist());
        }
        return names;
    }

    /** The jobs the outcome speaks of: the one job, or those held within the window. */
    static List<JobFact> jobs(String occurrence, LocalDate from, LocalDate to, Facts facts) {
        return facts.jobs().stream()
                .filter(job -> occurrence.startsWith("J-") ? job.jobRef().equals(occurrence)
                        : !job.start().isAfter(to) && (job.end() == null || !job.end().isBefore(from)))
                .map(job -> new JobFact(job.jobRef(), job.start(), job.end(),
                        job.hours().stream().map(period -> new JobFact.Hours(period.from(), period.minutesPerWeek())).toList(),
                        job.kind().name(), job.competitive(), job.insideSupplyChain()))
                .toList();
    }
}
