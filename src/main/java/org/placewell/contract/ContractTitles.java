package org.placewell.contract;

import org.placewell.contract.domain.Party;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** The names of contracts and their payers for pages, which have the references at hand. */
@Component
public class ContractTitles {

    private final Contracts contracts;
    private final MovableClock clock;

    ContractTitles(Contracts contracts, MovableClock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /** The name of one of a contract's payers as of today; an identifier that names none stands for itself. */
    public String payer(String contractRef, String payerId) {
        try {
            return contracts.inForce(contractRef, clock.today()).payer(payerId).map(Party::name).orElse(payerId);
        } catch (Problem.NotFound none) {
            return payerId;
        }
    }

    /** The title of a contract as of today; a reference without a contract stands for itself. */
    public String of(String contractRef) {
        try {
            return contracts.inForce(contractRef, clock.today()).title();
        } catch (Problem.NotFound none) {
            return contractRef;
        }
    }
}
