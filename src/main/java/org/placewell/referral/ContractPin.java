package org.placewell.referral;

import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.contract.VersionView;
import org.placewell.shared.Problem;
import org.placewell.workflow.TaskCards;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A referral that was made under the wrong contract, or the wrong version of it, is put under the right one. Who may do that, why, and what
 * follows for work and money is the caller's affair.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ContractPin {

    private final ReferralStore store;
    private final Contracts contracts;
    private final TaskCards cards;
    private final JdbcClient jdbc;

    ContractPin(ReferralStore store, Contracts contracts, TaskCards cards, JdbcClient jdbc) {
        this.store = store;
        this.contracts = contracts;
        this.cards = cards;
        this.jdbc = jdbc;
    }

    /**
     * Where a referral could belong: under a contract that brings its clinical team's people to its employment team, in the version that was in
     * force when the referral was accepted. Later versions reach it only as variations do.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Pin> choices(String ref) {
        var referral = get(ref);
        var day = referral.acceptedOn() == null ? referral.referredOn() : referral.acceptedOn();
        return jdbc.sql("select contract_ref from service_route where clinical_team_id = ? and employment_team_id = ? order by 1")
                .params(referral.clinicalTeam(), referral.team()).query(String.class).list().stream()
                .filter(contract -> contracts.versions(contract).stream().anyMatch(one -> one.status() == VersionView.Status.ACTIVE))
                .map(contract -> new Pin(contract, contracts.versionInForce(contract, day)))
                .filter(pin -> !pin.equals(new Pin(referral.contractRef(), referral.contractVersion()))).toList();
    }

    /** The contract and version in words. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String words(Pin pin) {
        return contracts.terms(pin.contract(), pin.version()).title() + ", version " + pin.version();
    }

    /**
     * Puts the referral under another contract or version.
     *
     * @throws Problem at {@code contract} when it cannot belong there, the person has an open referral there, or a trial is concerned
     * @throws Problem.Stale before the person is supported: a referral that is not decided yet is handed back and made again
     */
    public void move(String ref, Pin to) {
        var referral = get(ref);
        if (referral.status() != ReferralStatus.IN_SUPPORT && referral.status() != ReferralStatus.ENDED) {
            throw Problem.at("contract", "not-supported", "The contract is corrected here once the person is supported. Before that, close the referral and ask"
                    + " for a new one to the right service");
        }
        if (!choices(ref).contains(to)) {
            throw Problem.at("contract", "not-listed", "Choose one of the contracts listed");
        }
        if (contracts.terms(referral.contractRef(), referral.contractVersion()).trial() != null || contracts.terms(to.contract(), to.version()).trial() != null) {
            throw Problem.at("contract", "trial", "The people of a trial are allocated by it: nobody is put into or out of a trial by a correction");
        }
        try {
            jdbc.sql("update referral set contract_ref = ?, contract_version = ? where ref = ?").params(to.contract(), to.version(), ref).update();
        } catch (DuplicateKeyException e) {
            throw (Problem) Problem.at("contract", "already-open", "This person has another open referral to that service").initCause(e);
        }
        cards.underContract(ref, to.contract());
    }

    private ReferralView get(String ref) {
        return store.find(ref).orElseThrow(() -> new Problem.NotFound("this referral"));
    }

    /** One version of a contract. */
    public record Pin(String contract, int version) {}
}
