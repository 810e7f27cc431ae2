package org.placewell.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Charges;
import org.placewell.contract.Contracts;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The finance desk of a contract, the room's second door: orders, closed months, corrections, limits, delegations, and where the
 * money goes. Whatever moves money or the power over it takes two people.
 */
@Service
@Transactional
public class FinanceDesk {

    private final PurchaseOrders orders;
    private final Authority authority;
    private final PayeeAccounts payees;
    private final Charges charges;
    private final ClosedMonths closedMonths;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    FinanceDesk(PurchaseOrders orders, Authority authority, PayeeAccounts payees, Charges charges, ClosedMonths closedMonths, MoneyScope scope,
            Contracts contracts, AuditTrail audit, JdbcClient jdbc, MovableClock clock) {
        this.orders = orders;
        this.authority = authority;
        this.payees = payees;
        this.charges = charges;
        this.closedMonths = closedMonths;
        this.scope = scope;
        this.contracts = contracts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stands on a contract's finance desk, for its finance and its contract managers. */
    public DeskView view(String contractRef, Actor actor) {
        boolean manages = contracts.manages(contractRef, actor);
        if (!manages) {
            scope.requireFinance(contractRef, "this contract", actor);
        }
        boolean finance = scope.isFinance(contractRef, actor);
        return new DeskView(contracts.inForce(contractRef, clock.today()), finance, manages, orders.of(contractRef),
                charges.closedUntil(contractRef).orElse(null), finance ? charges.of(contractRef, actor) : List.of(), authority.limits(contractRef),
                authority.delegations(contractRef), finance ? payees.of(contractRef) : List.of(),
                scope.finance(contractRef).stream().map(person -> new DeskView.Person(person.username(), person.name())).toList());
    }

    /** Enters a payer's order for months whose last day lies within its days. */
    public void enterOrder(String contractRef, String payer, String number, LocalDate from, LocalDate until, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        requirePayer(contractRef, payer);
        if (!number.matches("[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}")) {
            throw Problem.at("number", "order-number", "Enter the order's number as the payer wrote it: letters, digits, spaces, full stops, "
                    + "strokes and hyphens, at most 40");
        }
        if (until.isBefore(from)) {
            throw Problem.at("until", "days", "The last day must be the first day or later");
        }
        orders.enter(new PurchaseOrder(contractRef, payer, number, from, until, actor.username()));
        record(contractRef, actor, "order.entered", payer + " " + from + " to " + until);
    }

    /** Closes a month that is over: it and the months before take nothing more. */
    public void closeMonth(String contractRef, YearMonth month, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        if (!month.isBefore(YearMonth.from(clock.today()))) {
            throw Problem.at("month", "month-runs", "Only a month that is over can be closed");
        }
        if (charges.closedUntil(contractRef).filter(closed -> !month.isAfter(closed)).isPresent()) {
            throw Problem.at("month", "month-closed", "This month is closed already. To put something right, propose a correction: "
                    + "a closed month itself stays as it is");
        }
        boolean open = jdbc.sql("""
                        select exists (select 1 from statement where contract_ref = ? and period <= ?
                            and status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE', 'APPROVED_TWICE'))""")
                .params(contractRef, month.toString()).query(Boolean.class).single();
        if (open) {
            throw Problem.at("month", "statement-open", "A statement for this month or an earlier one is still in preparation. Finish or withdraw it first");
        }
        charges.recordFees(contractRef, month);
        jdbc.sql("insert into period_close (contract_ref, period, closed_by, closed_at) values (?, ?, ?, ?)")
                .params(contractRef, month.toString(), actor.username(), Timestamp.from(clock.instant())).update();
        record(contractRef, actor, "month.closed", month.toString());
    }

    /**
     * Proposes what a closed month should have said for one payer, as a line of the next statement; returns the charge's reference.
     *
     * @param reason a code that the payer reads in words
     * @param note how the amount comes about; finance alone reads it
     */
    public String proposeCorrection(String contractRef, String payer, YearMonth about, Pence amount, String reason, String note, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        requirePayer(contractRef, payer);
        return closedMonths.propose(contractRef, payer, about, amount, reason, note, actor);
    }

    /** Proposes how much a person may approve; a second contract manager confirms it. */
    public void proposeLimit(String contractRef, String username, Pence amount, Actor actor) {
        requireManager(contractRef, actor);
        if (username.equals(actor.username())) {
            throw Problem.at("person", "own-limit", "Nobody sets their own limit");
        }
        requireFinancePerson(contractRef, username);
        authority.propose(contractRef, username, amount, actor.username());
        record(contractRef, actor, "limit.proposed", username + " " + amount.amount() + "p");
    }

    /** Decides on a limit that another contract manager has proposed; returns the contract. */
    public String decideLimit(long id, boolean confirm, Actor actor) {
        var limit = authority.limit(id);
        requireManager(limit.contractRef(), actor);
        requireOther(limit.setBy(), actor, "another contract manager decides");
        if (limit.username().equals(actor.username())) {
            throw Problem.of("four-eyes", "This is your own limit, so another contract manager decides");
        }
        if (!authority.decide(id, confirm, actor.username())) {
            throw new Problem.Stale("Somebody else has decided on this limit");
        }
        record(limit.contractRef(), actor, confirm ? "limit.confirmed" : "limit.refused", limit.username() + " " + limit.amount().amount() + "p");
        return limit.contractRef();
    }

    /** The limit with that number, for a contract manager. */
    public Authority.Limit limit(long id, Actor actor) {
        var limit = authority.limit(id);
        requireManager(limit.contractRef(), actor);
        return limit;
    }

    /** Lets somebody else in finance approve in the actor's stead on some days. */
    public void delegate(String contractRef, String to, LocalDate from, LocalDate until, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        requireFinancePerson(contractRef, to);
        if (to.equals(actor.username())) {
            throw Problem.at("person", "yourself", "Choose somebody else");
        }
        if (until.isBefore(from) || until.isBefore(clock.today()) || until.isAfter(from.plusMonths(3))) {
            throw Problem.at("until", "days", "The last day must not lie before the first day or before today, nor more than three months after the first");
        }
        authority.delegate(contractRef, actor.username(), to, from, until);
        record(contractRef, actor, "delegation.entered", to + " " + from + " to " + until);
    }

    /** Ends the actor's own delegations of a contract at once. */
    public void endDelegations(String contractRef, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        for (var delegation : authority.delegations(contractRef)) {
            if (delegation.ofUser().equals(actor.username()) && authority.end(delegation.id(), contractRef, actor.username())) {
                record(contractRef, actor, "delegation.ended", delegation.toUser());
            }
        }
    }

    /** Proposes where the money goes; the number is kept and never shown but for its last four digits. */
    public void proposeAccount(String contractRef, String holder, String sortCode, String number, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        payees.propose(contractRef, holder, sortCode, number, actor.username());
        record(contractRef, actor, "account.proposed", "");
    }

    /** Confirms bank details of somebody else's proposal, typed again from the payee and not from the screen; returns the contract. */
    public String confirmAccount(long id, String sortCode, String number, Actor actor) {
        var account = anothers(id, actor);
        if (!payees.same(id, sortCode, number)) {
            throw Problem.at("accountNumber", "account-differs", "These are not the sort code and number that were proposed. Ask the payee again; "
                    + "if the proposal is wrong, refuse it");
        }
        return decide(account, true, actor);
    }

    /** Refuses bank details that somebody else has proposed; returns the contract. */
    public String refuseAccount(long id, Actor actor) {
        return decide(anothers(id, actor), false, actor);
    }

    private PayeeAccount anothers(long id, Actor actor) {
        var account = account(id, actor);
        requireOther(account.proposedBy(), actor, scope.others(account.contractRef(), Set.of(actor.username())));
        return account;
    }

    private String decide(PayeeAccount account, boolean confirm, Actor actor) {
        int cooling = contracts.inForce(account.contractRef(), clock.today()).approving().coolingDays();
        if (!payees.decide(account.id(), confirm, cooling, actor.username())) {
            throw new Problem.Stale("Somebody else has decided on these bank details");
        }
        record(account.contractRef(), actor, confirm ? "account.confirmed" : "account.refused", "");
        return account.contractRef();
    }

    /** Bank details with that number, for finance of the contract. */
    public PayeeAccount account(long id, Actor actor) {
        var account = payees.get(id);
        scope.requireFinance(account.contractRef(), "these bank details", actor);
        return account;
    }

    private void requirePayer(String contractRef, String payer) {
        if (contracts.inForce(contractRef, clock.today()).payer(payer).isEmpty()) {
            throw Problem.at("payer", "unknown-payer", "Choose one of the contract's payers");
        }
    }

    private void requireManager(String contractRef, Actor actor) {
        if (!contracts.manages(contractRef, actor)) {
            throw new Problem.NotFound("this contract");
        }
    }

    private void requireFinancePerson(String contractRef, String username) {
        if (scope.finance(contractRef).stream().noneMatch(person -> person.username().equals(username))) {
            throw Problem.at("person", "not-finance", "Choose somebody in finance of this contract");
        }
    }

    private static void requireOther(String proposer, Actor actor, String who) {
        if (proposer.equals(actor.username())) {
            throw Problem.of("four-eyes", "You proposed this, so somebody else decides: " + who);
        }
    }

    private void record(String contractRef, Actor actor, String action, String detail) {
        audit.record("finance " + contractRef, actor, Area.MONEY, "finance." + action, "", detail);
    }
}
