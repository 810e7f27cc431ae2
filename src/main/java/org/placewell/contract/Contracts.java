package org.placewell.contract;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;

/** The contracts: their terms by version, their rules as sentences, and the two-person way to a new version. */
@Service
public class Contracts {

    private final VersionStore store;
    private final MovableClock clock;

    Contracts(VersionStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Every contract with its version in force today, by reference. */
    public List<ContractSummary> all() {
        return store.refs().stream().map(this::summary).toList();
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

    /** The terms in force on that day. */
    public Terms inForce(String ref, LocalDate day) {
        return terms(ref, versionInForce(ref, day));
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

    /** Every version of a contract, newest first. */
    public List<VersionView> versions(String ref) {
        return store.versions(ref);
    }

    private ContractSummary summary(String ref) {
        var terms = inForce(ref, clock.today());
        boolean proposed = versions(ref).stream().anyMatch(version -> version.status() == Status.PROPOSED);
        return new ContractSummary(ref, terms.title(), terms.payee().name(), terms.provider().name(), terms.payers().size(),
                terms.version(), terms.effective(), proposed);
    }
}
