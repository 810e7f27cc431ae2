package org.placewell.settlement;

import java.util.List;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes in from payers and what it settles: the room's only door. Reading takes the actor and finds only what that person may see. */
@Service
@Transactional
public class Settlement {

    private final Remittances remittances;

    Settlement(Remittances remittances) {
        this.remittances = remittances;
    }

    /** Reads a payer's remittance (CSV: statement,claim,amount; last line TOTAL,count,amount). The same file is read once. */
    public RemittanceResult importRemittance(String name, byte[] file, Actor actor) {
        return remittances.read(name, file, actor);
    }

    /** The remittances, newest first. */
    public List<RemittanceResult> remittances(Actor actor) {
        return remittances.list(actor);
    }
}
