package org.placewell.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Variations;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts: their terms by version, their rules as sentences, and the two-person way to a new version. */
@Service
public class Contracts {

    private final VersionStore store;
    private final ContractScope scope;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ObjectProvider<CapsUsed> used;
    private final ObjectProvider<PastClaims> past;

    Contracts(VersionStore store, FoundingVersions founded, ContractScope scope, AuditTrail audit, MovableClock clock, ObjectProvider<CapsUsed> used,
            ObjectProvider<PastClaims> past) {
        this.store = store;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
        this.used = used;
        this.past = past;
    }

    /** Every contract with its version in force today, by reference. */
    public List<ContractSummary> all() {
        return store.refs().stream().map(this::summary).toList();
    }

    /** The contracts that the person has a part in, by title. */
    public List<ContractSummary> visible(Actor actor) {
        return store.refs().stream().filter(ref -> scope.sees(actor, inForce(ref, clock.today()))).map(this::summary)
                .sorted(Comparator.comparing(ContractSummary::title)).toList();
    }

    /**
     * The version that a referral made on that day is pinned to; before the first version, the first.
     *
     * @throws Problem.NotFound when there is no such contract
     */
    public int versionInForce(String ref, LocalDate day) {
        return store.inForce(ref, day);
    }

    /**
     * The terms of a version, active or proposed.
     *
     * @throws Problem.NotFound when there is no such contract or version
     */
    public Terms terms(String ref, int version) {
        return store.terms(ref, version);
    }

    /**
     * The versions that price a referral on that day.
     *
     * @param pinned the version that the referral is pinned to
     */
    public Variations variations(String ref, int pinned, LocalDate day) {
        var versions = new ArrayList<>(List.of(terms(ref, pinned)));
        store.later(ref, pinned, day).stream().map(version -> terms(ref, version)).filter(Terms::appliesToOpenReferrals).forEach(versions::add);
        return new Variations(versions);
    }

    /** The variations that have begun and also apply to the referrals open on their first day, in the order of contracts and versions. */
    public List<Terms> begunForOpenReferrals() {
        return store.begun(clock.today()).stream().map(key -> terms(key.getKey(), key.getValue())).filter(Terms::appliesToOpenReferrals).toList();
    }

    /** The terms in force on that day. */
    public Terms inForce(String ref, LocalDate day) {
        return terms(ref, versionInForce(ref, day));
    }

    /**
     * The terms of a version, for a person with a part in the contract.
     *
     * @param version 0 for the one in force today
     * @throws Problem.NotFound when there is no such contract or version, or the person has no part in it
     */
    public Terms visible(String ref, int version, Actor actor) {
        var terms = terms(ref, version == 0 ? versionInForce(ref, clock.today()) : version);
        if (!scope.sees(actor, terms)) {
            throw new Problem.NotFound("contract " + ref);
        }
        return terms;
    }

    /**
     * A payment rule as one plain sentence.
     *
     * @throws IllegalArgumentException when the version has no such outcome
     */
    public String sentence(String ref, int version, String outcomeCode) {
        var terms = terms(ref, version);
        return Sentences.of(terms, terms.rule(outcomeCode));
    }

    /** Every past outcome of a contract priced once more, under a draft; nothing is changed by it. */
    @Transactional(readOnly = true)
    public WhatIf whatIf(Terms draft) {
        var repricing = new Repricing(draft);
        past.ifAvailable(claims -> claims.each(draft.contract(), repricing));
        return repricing.result();
    }

    /** Every version of a contract, newest first. */
    public List<VersionView> versions(String ref) {
        return store.versions(ref);
    }

    /** The terms file of a version, as it was uploaded, for a person with a part in the contract. */
    public String file(String ref, int version, Actor actor) {
        visible(ref, version, actor);
        return store.yaml(ref, version);
    }

    /** Whether the person may propose and decide on versions of the contract. */
    public boolean manages(String ref, Actor actor) {
        return scope.manages(actor, inForce(ref, clock.today()));
    }

    /**
     * Stores a later version as a proposal. The file holds every version so far, unchanged, and the new one at its end.
     *
     * @return the number of the new version
     * @throws TermsRefused with every mistake and its place; nothing is kept
     */
    @Transactional
    public int propose(String ref, String yaml, Actor actor) {
        requireManager(ref, actor);
        store.lock(ref);
        var reading = TermsReader.read(yaml);
        var mistakes = new ArrayList<>(reading.mistakes());
        boolean another = store.hasProposal(ref);
        if (!another && !reading.versions().isEmpty()) {
            mistakes.addAll(new Succession(ref, clock.today(), store.count(ref), version -> store.terms(ref, version)).check(reading.versions()));
            mistakes.addAll(ceilings(ref, reading.versions(), YamlTree.of(yaml)));
        }
        if (!mistakes.isEmpty()) {
            throw new TermsRefused(mistakes);
        }
        if (another) {
            throw Problem.of("one-proposal", "A version waits for a decision already. Activate or reject it first");
        }
        var draft = reading.versions().get(reading.versions().size() - 1);
        store.propose(draft, yaml, actor.username());
        audit.record(ref, actor, Area.CONTRACT, "contract.proposed", draft.key(), "from " + draft.effective());
        return draft.version();
    }

    /**
     * Brings a proposal into force from its first day on.
     *
     * @throws Problem {@code four-eyes} when the person proposed it; the database refuses it, too
     * @throws Problem.Stale when it has been decided on meanwhile
     */
    @Transactional
    public void activate(String ref, int version, Actor actor) {
        requireManager(ref, actor);
        var proposal = proposal(ref, version);
        if (proposal.proposedBy().equals(actor.username())) {
            throw Problem.of("four-eyes", "You proposed this version. A second contract manager has to activate it");
        }
        if (proposal.effective().isBefore(clock.today())) {
            throw Problem.of("too-late", "The first day of this version has passed. Reject it and propose it again with a later day");
        }
        var passed = passed(terms(ref, version));
        if (!passed.isEmpty()) {
            throw Problem.of("cap-below-paid", passed.get(0).message() + ". Reject this version and propose it again");
        }
        if (!store.activate(ref, version, actor.username())) {
            throw decidedMeanwhile();
        }
        audit.record(ref, actor, Area.CONTRACT, "contract.activated", ref + "/v" + version, "from " + proposal.effective());
    }

    /** Rejects a proposal, also one's own; its number becomes free. */
    @Transactional
    public void reject(String ref, int version, String reason, Actor actor) {
        requireManager(ref, actor);
        proposal(ref, version);
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.at("reason", "required", "Say in a sentence or two why the version is rejected");
        }
        if (!store.reject(ref, version, actor.username(), reason.strip())) {
            throw decidedMeanwhile();
        }
        audit.record(ref, actor, Area.CONTRACT, "contract.rejected", ref + "/v" + version, "");
    }

    /** The ceilings of the new version at the end of a file that are passed already. */
    private List<Mistake> ceilings(String ref, List<Terms> versions, YamlTree tree) {
        var draft = versions.get(versions.size() - 1);
        return draft.contract().equals(ref) && draft.effective() != null && versions.size() == store.count(ref) + 1
                ? passed(draft).stream().map(one -> tree.mistake("/versions/" + (draft.version() - 1) + one.pointer(), one.message())).toList() : List.of();
    }

    /** The ceilings of a draft that are passed already. */
    private List<CeilingCheck.Passed> passed(Terms draft) {
        var counted = used.getIfAvailable();
        return counted == null ? List.of() : CeilingCheck.of(draft, counted.of(draft.contract()));
    }

    private VersionView proposal(String ref, int version) {
        return versions(ref).stream().filter(view -> view.version() == version && view.status() == Status.PROPOSED).findFirst()
                .orElseThrow(Contracts::decidedMeanwhile);
    }

    private static Problem decidedMeanwhile() {
        return new Problem.Stale("This version has been decided on meanwhile. Look at the list of versions");
    }

    private void requireManager(String ref, Actor actor) {
        visible(ref, 0, actor);
        if (!manages(ref, actor)) {
            throw new Problem.Forbidden("Only someone with the role " + Role.CONTRACT_MANAGER.label() + " for this contract can do this");
        }
    }

    private ContractSummary summary(String ref) {
        var terms = inForce(ref, clock.today());
        return new ContractSummary(ref, terms.title(), terms.payee().name(), terms.provider().name(), terms.cohort().areas(),
                terms.outcomes().stream().map(OutcomeRule::title).toList(), terms.payers().size(), terms.version(), terms.effective(), store.hasProposal(ref));
    }
}
