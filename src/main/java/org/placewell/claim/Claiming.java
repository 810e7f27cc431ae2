package org.placewell.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Explanations.Inputs;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Variations;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.References;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a claim for every outcome that the facts of a referral have reached under its pinned contract version, once; puts a
 * claim in doubt when corrected facts no longer bear it.
 */
@Component
class Claiming {

    private final ClaimStore store;
    private final FactReader reader;
    private final Usage usage;
    private final Explanations explanations;
    private final EvidenceOpening evidence;
    private final Replacing replacing;
    private final CapNotices full;
    private final Contracts contracts;
    private final Referrals referrals;
    private final References references;
    private final Processes processes;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final Elsewhere elsewhere;

    Claiming(ClaimStore store, FactReader reader, Usage usage, Explanations explanations, EvidenceOpening evidence, Replacing replacing,
            CapNotices full, Contracts contracts, Referrals referrals, References references, Processes processes, AuditTrail audit,
            MovableClock clock, Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.store = store;
        this.reader = reader;
        this.usage = usage;
        this.explanations = explanations;
        this.evidence = evidence;
        this.replacing = replacing;
        this.full = full;
        this.contracts = contracts;
        this.referrals = referrals;
        this.references = references;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at a referral again, in the transaction that changed its facts. */
    @EventListener
    @Transactional
    public void on(FactsChanged change) {
        var referral = referrals.get(change.referralRef());
        var facts = reader.facts(referral, clock.today());
        for (var claim : store.ofReferral(referral.ref())) {
            if (claim.status().isLive()) {
                lookAgain(claim, referral, contracts.terms(claim.contractRef(), claim.contractVersion()));
            }
        }
        var variations = contracts.variations(referral.contractRef(), referral.contractVersion(), lastDay(referral.endedOn(), clock.today()));
        for (var terms : variations.versions()) {
            consider(referral, variations, terms, facts);
        }
    }

    private void consider(ReferralView referral, Variations variations, Terms terms, Facts facts) {
        // The better of two alternatives first, so that the lesser one is not claimed beside it.
        var rules = terms.outcomes().stream().sorted(Comparator.comparing((OutcomeRule rule) -> rule.insteadOf() == null)).toList();
        var claims = store.ofPerson(referral.contractRef(), referral.person().id());
        var before = elsewhere.of(referral, terms, facts);
        for (var rule : rules) {
            if (consider(referral, variations, terms, rule, facts, claims, before)) {
                claims = store.ofPerson(referral.contractRef(), referral.person().id());
            }
        }
    }

    /** The last day on which a variation could find a referral open: today, or the day on which it ended, or null, before that. */
    static LocalDate lastDay(LocalDate endedOn, LocalDate today) {
        return endedOn != null && endedOn.isBefore(today) ? endedOn : today;
    }

    /** @return whether the person's claims may have changed by it */
    private boolean consider(ReferralView referral, Variations variations, Terms terms, OutcomeRule rule, Facts facts, List<Claim> claims,
            List<Claimed> before) {
        var claimed = Elsewhere.both(before, Usage.claimed(claims, referral.ref(), claim -> rulesOut(claim, rule)));
        var reached = Calculator.decideAll(terms, rule.code(), facts, Uses.alone(claimed)).stream()
                .filter(decision -> decision.isPayable() && variations.governs(terms, decision, facts)).toList();
        if (reached.isEmpty()) {
            return false;
        }
        var inputs = new Inputs(facts, usage.of(referral.contractRef(), referral.person().id(), "", claimed));
        boolean opened = false;
        for (var decision : Calculator.decideAll(terms, rule.code(), inputs.facts(), inputs.uses())) {
            if (reached.stream().noneMatch(one -> one.occurrence().equals(decision.occurrence()))) {
                continue;
            }
            if (decision.isPayable() && decision.amount().isPositive()) {
                open(referral, terms, rule, inputs, decision, claims);
                opened = true;
            } else if (!decision.isPayable()) {
                reached.stream().filter(one -> one.occurrence().equals(decision.occurrence())).findFirst()
                        .ifPresent(one -> full.notice(referral, terms, rule, one, occurrence(referral, rule, one), decision.reasons()));
            }
        }
        return opened;
    }

    /**
     * Whether an earlier claim stands in the way of another one for the rule: the same outcome once rejected or reversed is not
     * claimed again by itself, a lesser alternative that can still be replaced is no obstacle.
     */
    boolean rulesOut(Claim claim, OutcomeRule rule) {
        if (claim.outcome().equals(rule.insteadOf())) {
            return claim.status().isLive() && !replacing.canReplace(claim);
        }
        if (claim.outcome().equals(rule.code())) {
            return claim.status() != ClaimStatus.NOT_PAYABLE && claim.status() != ClaimStatus.REPLACED && !store.takenBackByCorrection(claim);
        }
        return claim.status().isLive();
    }

    private void open(ReferralView referral, Terms terms, OutcomeRule rule, Inputs inputs, Decision decision, List<Claim> before) {
        var now = clock.instant();
        var claim = new Claim(references.claim(), terms.contract(), terms.version(), referral.ref(), referral.person().id(), rule.code(),
                occurrence(referral, rule, decision), ClaimStatus.OPEN, decision.amount(),
                decision.windowFrom() == null ? decision.windowTo() : decision.windowFrom(), decision.windowTo(), decision.claimBy(), 1, null, now,
                        now);
        for (var lesser : before) {
            if (lesser.outcome().equals(rule.insteadOf()) && lesser.referralRef().equals(referral.ref()) && lesser.status().isLive()
                    && !replacing.replace(lesser, claim.ref())) {
                return;
            }
        }
        if (!store.open(claim)) {
            return;
        }
        explanations.add(claim.ref(), inputs, decision);
        audit.record(referral.ref(), Actor.system(), Area.MONEY, "claim.opened", terms.key() + " " + rule.code(), claim.ref() + " "
                + decision.amount().amount() + "p");
        evidence.open(claim, referral, terms, rule, inputs.facts()).forEach(recorder -> store.participant(claim.ref(), recorder, "RECORDER"));
        processes.start("evidence-validation", claim.ref(), Vars.CLAIM_REF, Map.of(Vars.REFERRAL_REF, referral.ref()));
    }

    private static String occurrence(ReferralView referral, OutcomeRule rule, Decision decision) {
        return switch (rule.oncePer()) {
            case REFERRAL -> referral.ref();
            case CLIENT -> "person " + referral.person().id();
            case JOB -> decision.occurrence();
            case MONTHS -> "person " + referral.person().id() + " time " + decision.occurrence();
        };
    }

    /** Asks whether today's record still bears a claim as of the day it was opened; flags it when not. */
    private void lookAgain(Claim claim, ReferralView referral, Terms terms) {
        if (claim.status() == ClaimStatus.OPEN) {
            evidence.lateRecorders(claim, referral);
        }
        var decision = again(claim, referral, terms).decision();
        var flag = decision.isPayable() ? null : String.join(" ", decision.reasons());
        if (store.flag(claim.ref(), flag)) {
            audit.record(referral.ref(), Actor.system(), Area.MONEY, flag == null ? "claim.unflagged" : "claim.flagged",
                    terms.key() + " " + claim.outcome(), claim.ref());
        }
    }

    /** The decision on a claim from the facts as recorded now, as of the day it was opened. */
    Again again(Claim claim, ReferralView referral, Terms terms) {
        var first = explanations.get(claim.ref(), 1);
        var facts = reader.facts(referral, first.inputs().facts().asOf());
        // Not the person that the claim was opened for: that record may have been joined with another, or separated from it, since.
        long person = referral.person().id();
        var claims = store.ofPerson(claim.contractRef(), person);
        var rule = terms.rule(claim.outcome());
        var others = Usage.claimed(claims, referral.ref(), other -> !other.ref().equals(claim.ref()) && other.status().isLive()
                && rulesOut(other, rule) && !isLaterTime(other, claim, rule));
        var claimed = Elsewhere.both(elsewhere.of(referral, terms, facts), others);
        var inputs = new Inputs(facts, usage.of(claim.contractRef(), person, claim.ref(), claimed));
        var uncapped = new Inputs(facts, Uses.alone(claimed));
        return new Again(inputs, Explanations.decide(terms, claim.outcome(), first.decision().occurrence(), uncapped),
                Explanations.decide(terms, claim.outcome(), first.decision().occurrence(), inputs));
    }

    /** Whether the other claim is for a later time of a rule that pays again after so many months: it has no say in an earlier one. */
    private static boolean isLaterTime(Claim other, Claim claim, OutcomeRule rule) {
        return rule.oncePer() == OutcomeRule.OncePer.MONTHS && other.outcome().equals(claim.outcome())
                && Integer.parseInt(Usage.occurrence(other.occurrence())) > Integer.parseInt(Usage.occurrence(claim.occurrence()));
    }

    /**
     * @param decision whether the facts bear the claim, whatever the caps
     * @param capped the same under the caps as used now
     */
    record Again(Inputs inputs, Decision decision, Decision capped) {}
}
