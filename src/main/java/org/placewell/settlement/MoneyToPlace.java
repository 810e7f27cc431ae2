package org.placewell.settlement;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.springframework.stereotype.Component;

/**
 * Places held money by hand: against a line that the same payer was asked for at once, against another payer's or back to the sender
 * only when a second person agrees.
 */
@Component
class MoneyToPlace {

    private final Suspense suspense;
    private final Debts debts;
    private final Ledger ledger;
    private final Statements statements;
    private final MoneyScope scope;
    private final AuditTrail audit;

    MoneyToPlace(Suspense suspense, Debts debts, Ledger ledger, Statements statements, MoneyScope scope, AuditTrail audit) {
        this.suspense = suspense;
        this.debts = debts;
        this.ledger = ledger;
        this.statements = statements;
        this.scope = scope;
        this.audit = audit;
    }

    /** The lines that held money could settle: open ones of its contract, of its own sign, its own payer's first. */
    List<Debt> candidates(HeldMoney item) {
        var fitting = debts.open(item.contractRef()).stream().filter(debt -> sameSign(debt.open(), item.amount())).toList();
        return java.util.stream.Stream.concat(fitting.stream().filter(debt -> debt.payer().equals(item.payer())),
                fitting.stream().filter(debt -> !debt.payer().equals(item.payer()))).toList();
    }

    /** Sets held money against a line of a statement; amounts without a sign. @return whether it is done, or waits for a second person */
    boolean place(long id, String statementRef, String lineRef, Pence amount, Actor actor) {
        var item = suspense.item(id, actor);
        debts.lock(statementRef);
        var debt = debts.find(statementRef, lineRef).filter(found -> found.contractRef().equals(item.contractRef()))
                .orElseThrow(() -> Problem.at("line", "unknown-line", "Choose one of the lines that are still open under this contract"));
        var signed = signed(item, amount);
        fits(debt, signed);
        boolean twoPeople = !Objects.equals(debt.payer(), item.payer()) || statements.approvers(statementRef).contains(actor.username());
        take(item, signed);
        var placing = suspense.propose(item, "PLACED", debt, signed, "", twoPeople, actor);
        record(placing, actor, twoPeople ? "money.placing-proposed" : "money.placed");
        if (!twoPeople) {
            apply(placing, debt, actor);
        }
        return !twoPeople;
    }

    /** Asks to give held money back to whoever sent it; a second person decides. */
    void giveBack(long id, Pence amount, String note, Actor actor) {
        var item = suspense.item(id, actor);
        if (note.isBlank()) {
            throw Problem.at("note", "note-missing", "Say why the money goes back");
        }
        var signed = signed(item, amount);
        take(item, signed);
        record(suspense.propose(item, "GIVEN_BACK", null, signed, note, true, actor), actor, "money.return-proposed");
    }

    /** What a second person is asked to decide. */
    Placing waiting(long move, Actor actor) {
        var placing = suspense.placing(move).orElseThrow(() -> new Problem.NotFound("this proposal"));
        scope.requireFinance(placing.contractRef(), "this proposal", actor);
        return placing;
    }

    /** A second person agrees or refuses; whoever proposed it may only take it back. */
    void decide(long move, boolean agree, Actor actor) {
        var placing = waiting(move, actor);
        if (agree && placing.proposedBy().equals(actor.username())) {
            throw Problem.of("four-eyes", "You proposed this, so somebody else in finance decides: "
                    + scope.others(placing.contractRef(), Set.of(actor.username())));
        }
        if (placing.statementRef() != null) {
            debts.lock(placing.statementRef());
        }
        if (!suspense.settle(move, agree ? "DONE" : "REFUSED", actor)) {
            throw new Problem.Stale("Somebody else has just decided on this");
        }
        if (!agree) {
            suspense.putBack(placing.item(), placing.amount());
            record(placing, actor, "money.placing-refused");
            return;
        }
        if (placing.kind().equals("GIVEN_BACK")) {
            ledger.givenBack(new Entry(placing.contractRef(), suspense.item(placing.item(), actor).payer(), null, null, placing.amount(), actor),
                    Long.toString(move));
            record(placing, actor, "money.returned");
            return;
        }
        var debt = debts.find(placing.statementRef(), placing.lineRef()).orElseThrow();
        fits(debt, placing.amount());
        apply(placing, debt, actor);
        record(placing, actor, "money.placed");
    }

    private void apply(Placing placing, Debt debt, Actor actor) {
        boolean completes = debt.open().equals(placing.amount());
        ledger.placed(debt.entry(placing.amount(), actor), completes ? debt.kind() : null, Long.toString(placing.id()));
        if (completes) {
            statements.remitted(debt.statementRef());
        }
    }

    private void take(HeldMoney item, Pence amount) {
        if (!suspense.take(item.id(), amount)) {
            throw Problem.at("amount", "too-much", "Of this money " + item.unplaced() + " is left to place");
        }
    }

    private static void fits(Debt debt, Pence amount) {
        if (!sameSign(debt.open(), amount) || Math.abs(amount.amount()) > Math.abs(debt.open().amount())) {
            throw Problem.at("amount", "too-much", "On this line " + debt.open() + " is still open. Enter no more than that");
        }
    }

    private static Pence signed(HeldMoney item, Pence amount) {
        if (amount == null || !amount.isPositive()) {
            throw Problem.at("amount", "amount", "Enter the amount in pounds and pence, more than nothing");
        }
        return item.amount().amount() < 0 ? amount.negated() : amount;
    }

    private static boolean sameSign(Pence one, Pence other) {
        return one.amount() != 0 && Long.signum(one.amount()) == Long.signum(other.amount());
    }

    private void record(Placing placing, Actor actor, String action) {
        audit.record("remittances", actor, Area.MONEY, action, placing.contractRef(), "held " + placing.item() + " move " + placing.id() + " "
                + placing.amount().amount() + "p" + (placing.lineRef() == null ? "" : " " + placing.statementRef() + " " + placing.lineRef()));
    }
}
