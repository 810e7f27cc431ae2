package org.placewell.contract;

import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** The names of contracts for pages, which have the reference at hand. */
@Component
public class ContractTitles {

    private final Contracts contracts;
    private final MovableClock clock;

    ContractTitles(Contracts contracts, MovableClock clock) {
        this.contracts = contracts;
        this.clock = clock;
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
