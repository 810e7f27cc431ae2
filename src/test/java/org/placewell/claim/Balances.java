package org.placewell.claim;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.placewell.contract.domain.Uses;
import org.placewell.security.Actor;
import org.placewell.settlement.Settlement;
import org.placewell.statement.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every balance that a claim under a contract can move, read at one moment, so that two moments can be compared. */
@Component
class Balances {

    private final Usage usage;
    private final Statements statements;
    private final Settlement settlement;
    private final JdbcClient jdbc;

    Balances(Usage usage, Statements statements, Settlement settlement, JdbcClient jdbc) {
        this.usage = usage;
        this.statements = statements;
        this.settlement = settlement;
        this.jdbc = jdbc;
    }

    /**
     * What is earned and taken of the contract: what a reversal gives back at once.
     *
     * @param earned the payable account, in pence
     * @param caps what is taken of each ceiling, by its name; one of which nothing is taken is absent
     * @param uses what the calculator prices the next outcome from
     */
    record Taken(long earned, SortedMap<String, Long> caps, Uses uses) {}

    /**
     * What payers were asked for, have paid and owe: as before once a reversal's credit is settled.
     *
     * @param accounts every account of the ledger that does not stand at nil, in pence
     * @param asked the sum of every payer's instructed lines
     * @param due what waits for a statement, by payer
     * @param owed what payers owe on instructed lines
     * @param held the money in suspense
     */
    record Asked(
            SortedMap<String, Long> accounts, SortedMap<String, Long> asked, SortedMap<String, Long> due, SortedMap<String, Long> owed,
            long held) {}

    Taken taken(String contract) {
        var caps = sums("select cap, sum(quantity) from (select cap, reserved as quantity from cap_counter where contract_ref = :contract "
                + "union all select cap, posted from cap_counter where contract_ref = :contract) k group by cap", contract);
        return new Taken(accounts(contract).getOrDefault("payable:" + contract, 0L), caps, usage.of(contract));
    }

    Asked asked(String contract, Actor finance) {
        var due = new TreeMap<String, Long>();
        statements.due(contract, finance).forEach(one -> due.put(one.payer(), one.amount().amount()));
        var owed = new TreeMap<String, Long>();
        settlement.receivables(finance).stream().filter(one -> !one.total().isZero()).forEach(one -> owed.put(one.payer(), one.total().amount()));
        return new Asked(accounts(contract), sums("select i.payer, sum(i.amount) from payment_instruction i join statement s on s.ref = i.statement_ref "
                + "where s.contract_ref = :contract group by i.payer", contract), due, owed,
                settlement.toPlace(finance).stream().mapToLong(one -> one.unplaced().amount()).sum());
    }

    /** The accounts that a claim's own journals leave at something else than nil. */
    List<String> leftOf(String claimRef) {
        return jdbc.sql("select p.account || ' ' || sum(p.amount) from posting p join journal j on j.id = p.journal_id where j.claim_ref = ? "
                + "group by p.account having sum(p.amount) <> 0").param(claimRef).query(String.class).list();
    }

    /** The ceilings of which the counter disagrees with what claims hold of them, or that a claim without life holds something of. */
    List<String> wrongCounters(String contract) {
        return jdbc.sql("""
                        select k.cap from cap_counter k where k.contract_ref = :contract and (k.reserved, k.posted) <> (
                            select coalesce(sum(u.quantity) filter (where u.state = 'RESERVED'), 0), coalesce(sum(u.quantity) filter (where u.state = 'POSTED'), 0)
                            from cap_use u join outcome_claim c on c.ref = u.claim_ref and c.status in ('RESERVED', 'INSTRUCTED', 'PAID')
                            where u.contract_ref = k.contract_ref and u.cap = k.cap)""")
                .param("contract", contract).query(String.class).list();
    }

    private SortedMap<String, Long> accounts(String contract) {
        return sums("select p.account, sum(p.amount) from posting p join ledger_account a on a.code = p.account where a.contract_ref = :contract "
                + "group by p.account", contract);
    }

    private SortedMap<String, Long> sums(String sql, String contract) {
        var sums = new TreeMap<String, Long>();
        jdbc.sql(sql).param("contract", contract).query(r -> { sums.put(r.getString(1), r.getLong(2)); });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
