package org.placewell.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much who may approve: limits and delegations. Said here in words before it is tried; the database's trigger decides.
 */
@Component
public class Authority {

    private final JdbcClient jdbc;
    private final Actors actors;
    private final MovableClock clock;

    Authority(JdbcClient jdbc, Actors actors, MovableClock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /** The larger of what a statement asks for and what it gives back: what a limit is held against. */
    Pence weight(String statementRef) {
        return Pence.of(jdbc.sql("select statement_weight(?)").param(statementRef).query(Long.class).single());
    }

    /** The weight of all statements of the same payer and month: splitting one makes it no lighter. */
    private Pence monthWeight(String statementRef) {
        return Pence.of(jdbc.sql("select statement_month_weight(?)").param(statementRef).query(Long.class).single());
    }

    /** The confirmed limit of a person under a contract; empty when none was set. */
    Optional<Pence> limit(String contractRef, String username) {
        return jdbc.sql("select limit_of(?, ?) as pence").params(contractRef, username)
                .query((r, n) -> Optional.ofNullable(r.getObject("pence", Long.class)).map(Pence::of)).single();
    }

    /** Whom a person stands for today, if anybody. */
    Optional<String> standsFor(String contractRef, String username) {
        return jdbc.sql("select of_user from approval_delegation where contract_ref = ? and to_user = ? and ended_by is null and ? between from_day and "
                + "until_day").params(contractRef, username, clock.today()).query(String.class).optional();
    }

    /**
     * In whose stead a person approves: null for their own authority.
     *
     * @param firstHolder whose authority the first approval rests on, or null at the first step
     * @param excluded who has had a hand in the statement
     * @throws Problem {@code limit} or {@code senior-approval} naming who can, when neither their own limit nor a delegation is enough
     */
    String inSteadOf(Statement statement, String username, String firstHolder, Set<String> excluded) {
        var weight = weight(statement.ref());
        var contract = statement.contractRef();
        var own = limit(contract, username);
        boolean senior = statement.seniorAbove() != null && monthWeight(statement.ref()).compareTo(statement.seniorAbove()) > 0;
        boolean still = senior && firstHolder != null && !covers(limit(contract, firstHolder), weight);
        if (own.isPresent() ? covers(own, weight) : !still) {
            return null;
        }
        // A limit that contract managers have set holds whoever lends theirs.
        var principal = own.isPresent() ? Optional.<String>empty() : standsFor(contract, username).filter(name -> covers(limit(contract, name), weight));
        if (principal.isPresent() && !excluded.contains(principal.get())) {
            return principal.get();
        }
        if (principal.isPresent()) {
            throw Problem.of("four-eyes", "You stand for " + actors.nameOf(principal.get())
                    + " in these days, who has had a hand in this statement: nobody stands for them here. " + able(contract, weight, excluded));
        }
        throw own.isPresent() ? Problem.of("limit", "This statement weighs " + weight + " and your limit is " + own.get() + ". "
                + able(contract, weight, excluded))
                : Problem.of("senior-approval", "This statement weighs " + weight + ", above " + statement.seniorAbove()
                        + ": one of its two approvals must be by somebody with a limit that high. " + able(contract, weight, excluded));
    }

    private String able(String contractRef, Pence weight, Set<String> excluded) {
        var names = limits(contractRef).stream().filter(Limit::confirmed).map(Limit::username).distinct()
                .filter(name -> !excluded.contains(name) && covers(limit(contractRef, name), weight)).map(actors::nameOf).toList();
        return names.isEmpty() ? "Nobody has such a limit yet: ask a contract manager to set one" : String.join(" or ", names) + " can do it";
    }

    private static boolean covers(Optional<Pence> limit, Pence weight) {
        return limit.isPresent() && limit.get().compareTo(weight) >= 0;
    }

    /** The limits of a contract, newest first, proposals included. */
    List<Limit> limits(String contractRef) {
        return jdbc.sql("select * from approval_limit where contract_ref = ? order by id desc").param(contractRef)
                .query((r, n) -> new Limit(r.getLong("id"), contractRef, r.getString("username"), actors.nameOf(r.getString("username")),
                        Pence.of(r.getLong("amount")), r.getString("set_by"), r.getString("decided_by"), r.getBoolean("confirmed"))).list();
    }

    Limit limit(long id) {
        return jdbc.sql("select contract_ref from approval_limit where id = ?").param(id).query(String.class).optional()
                .flatMap(contract -> limits(contract).stream().filter(limit -> limit.id() == id).findFirst())
                .orElseThrow(() -> new Problem.NotFound("this limit"));
    }

    void propose(String contractRef, String username, Pence amount, String by) {
        int added = jdbc.sql("""
                        insert into approval_limit (contract_ref, username, amount, set_by, set_at) values (?, ?, ?, ?, ?)
                        on conflict (contract_ref, username) where decided_by is null do nothing""")
                .params(contractRef, username, amount.amount(), by, now()).update();
        if (added == 0) {
            throw Problem.at("person", "limit-open", "A limit for this person already waits for a second contract manager");
        }
    }

    boolean decide(long id, boolean confirm, String by) {
        return jdbc.sql("update approval_limit set confirmed = ?, decided_by = ?, decided_at = ? where id = ? and decided_by is null")
                .params(confirm, by, now(), id).update() == 1;
    }

    /** The delegations of a contract that have not ended, by their first day. */
    List<Delegation> delegations(String contractRef) {
        return jdbc.sql("select * from approval_delegation where contract_ref = ? and ended_by is null and until_day >= ? order by from_day, id")
                .params(contractRef, clock.today())
                .query((r, n) -> new Delegation(r.getLong("id"), contractRef, r.getString("of_user"), actors.nameOf(r.getString("of_user")),
                        r.getString("to_user"), actors.nameOf(r.getString("to_user")), r.getObject("from_day", LocalDate.class),
                        r.getObject("until_day", LocalDate.class))).list();
    }

    /** Lets one person stand for another; the days of both must be free of other delegations. */
    void delegate(String contractRef, String of, String to, LocalDate from, LocalDate until) {
        boolean taken = jdbc.sql("""
                        select exists (select 1 from approval_delegation d where d.contract_ref = :contract and d.ended_by is null
                            and d.from_day <= :until and d.until_day >= :from
                            and (d.to_user in (:of, :to) or d.of_user in (:of, :to)))""")
                .param("contract", contractRef).param("from", from).param("until", until).param("of", of).param("to", to)
                .query(Boolean.class).single();
        if (taken) {
            throw Problem.at("person", "delegation-taken", "In these days one of you already stands for somebody, or is stood for. "
                    + "Nobody stands for two people, and what was passed on is not passed on again: choose other days or another person");
        }
        jdbc.sql("insert into approval_delegation (contract_ref, of_user, to_user, from_day, until_day, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(contractRef, of, to, from, until, of, now()).update();
    }

    boolean end(long id, String contractRef, String by) {
        return jdbc.sql("update approval_delegation set ended_by = ?, ended_at = ? where id = ? and contract_ref = ? and of_user = ? and ended_by is null")
                .params(by, now(), id, contractRef, by).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** A limit as it was set. @param decidedBy null while it waits for a second contract manager */
    public record Limit(long id, String contractRef, String username, String name, Pence amount, String setBy, String decidedBy, boolean confirmed) {}

    /** Who stands for whom on which days, both included. */
    public record Delegation(long id, String contractRef, String ofUser, String ofName, String toUser, String toName, LocalDate from, LocalDate until) {}
}
