package org.placewell.settlement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.stereotype.Component;

/** Who owes what, and since when. */
@Component
class Receivables {

    private final Debts debts;
    private final MoneyScope scope;
    private final MovableClock clock;

    Receivables(Debts debts, MoneyScope scope, MovableClock clock) {
        this.debts = debts;
        this.scope = scope;
        this.clock = clock;
    }

    /** By contract and payer, for the contracts whose money the actor handles. */
    List<Receivable> byPayer(Actor actor) {
        actor.require(Role.FINANCE);
        var today = clock.today();
        var found = new ArrayList<Receivable>();
        for (var contract : scope.contracts(actor)) {
            var payers = new TreeMap<String, EnumMap<Ageing, Pence>>();
            for (var debt : debts.open(contract)) {
                payers.computeIfAbsent(debt.payer(), payer -> new EnumMap<>(Ageing.class))
                        .merge(Ageing.of(Ageing.dueOn(debt.instructedOn()), today), debt.open(), Pence::plus);
            }
            payers.forEach((payer, bands) -> found.add(new Receivable(contract, payer, debts.payerName(contract, payer), bands,
                    bands.values().stream().reduce(Pence.ZERO, Pence::plus))));
        }
        return found;
    }
}
