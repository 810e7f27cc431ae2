package org.placewell.demo;

import java.time.LocalDate;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.springframework.stereotype.Component;

/** Brings a version of a contract into force that differs in its time limits alone: nine months of search, four in work (IPS-Lite). */
@Component
class LimitedVersion {

    private static final String BEGINNING = "\n  - effective: ";
    private final Contracts contracts;
    private final Actors actors;

    LimitedVersion(Contracts contracts, Actors actors) {
        this.contracts = contracts;
        this.actors = actors;
    }

    /** Proposed by one manager and activated by another, as any version is. */
    void from(String contract, LocalDate day) {
        var proposer = manager("manager");
        var last = contracts.versions(contract).get(0).version();
        var file = contracts.file(contract, last, proposer).stripTrailing() + "\n";
        var version = file.substring(file.lastIndexOf(BEGINNING));
        var limited = version.replaceFirst("effective: .*", "effective: " + day).replaceFirst("search: .*", "search: 9 months")
                .replaceFirst("in-work-support: .*", "in-work-support: 4 months");
        contracts.activate(contract, contracts.propose(contract, file.stripTrailing() + limited, proposer), manager("manager.phil"));
    }

    private Actor manager(String username) {
        return actors.find(username).orElseThrow();
    }
}
