package org.placewell.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares claims, statements, the ledger and remittances with each other, from their own tables and not through the code that keeps
 * them. Each comparison gives the contract, what is compared and two amounts in pence that should be the same.
 */
@Component
class Reconciler {

    private static final String RECEIVED = """
            select j.statement_ref, coalesce(j.claim_ref, j.charge_ref) as line_ref, j.payer, -sum(p.amount) as pence from journal j join posting p on p.journal_id = j.id
            join ledger_account a on a.code = p.account and a.kind = 'RECEIVABLE' where j.kind in ('SETTLED', 'SUSPENSE_OUT') group by 1, 2, 3""";

    /** Every comparison: what it is called, what a difference says, and the query. */
    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("Claims and statements", "claim %s is worth %s, but its payers were asked for %s", """
                    select c.contract_ref, c.ref, c.amount, coalesce(sum(i.amount), 0) from outcome_claim c
                    left join payment_instruction i on i.claim_ref = c.ref and i.kind = 'CLAIM' where c.status in ('INSTRUCTED', 'PAID') group by 1, 2, 3
                    having c.amount <> coalesce(sum(i.amount), 0)"""),
            new Comparison("Claims and remittances", "claim %s is paid and worth %s, but %s has come in for it", """
                    select c.contract_ref, c.ref, c.amount, coalesce(sum(r.pence), 0) from outcome_claim c
                    left join payment_instruction i on i.claim_ref = c.ref and i.kind = 'CLAIM'
                    left join (""" + RECEIVED + """
                    ) r on r.line_ref = i.line_ref and r.statement_ref = i.statement_ref and r.payer = i.payer
                    where c.status = 'PAID' group by 1, 2, 3 having c.amount <> coalesce(sum(r.pence), 0)"""),
            new Comparison("Statements and ledger", "the lines of statement %s make %s, but %s was instructed", """
                    select s.contract_ref, s.ref, l.pence, coalesce(i.pence, 0) from statement s
                    join (select statement_ref, sum(amount) as pence from statement_line where state = 'LIVE' group by 1) l on l.statement_ref = s.ref
                    left join (select statement_ref, sum(amount) as pence from payment_instruction group by 1) i on i.statement_ref = s.ref
                    where s.status in ('INSTRUCTED', 'PAID') and l.pence <> coalesce(i.pence, 0)"""),
            new Comparison("Statements and remittances", "statement %s is paid and makes %s, but %s has come in", """
                    select s.contract_ref, s.ref, sum(i.amount), coalesce(sum(r.pence), 0) from statement s
                    join payment_instruction i on i.statement_ref = s.ref
                    left join (""" + RECEIVED + """
                    ) r on r.line_ref = i.line_ref and r.statement_ref = i.statement_ref and r.payer = i.payer
                    where s.status = 'PAID' group by 1, 2 having sum(i.amount) <> coalesce(sum(r.pence), 0)"""),
            new Comparison("Ledger and remittances", "the file %s says %s, its lines make %s", """
                    select '', f.name, f.total, coalesce(sum(l.amount), 0) from remittance_file f left join remittance_line l on l.file_hash = f.hash
                    group by f.hash, f.name, f.total, f.lines having f.total <> coalesce(sum(l.amount), 0) or f.lines <> count(l.number)"""),
            new Comparison("Ledger and remittances", "the money in by %s is %s in the remittances and %s in the ledger", """
                    select coalesce(x.contract_ref, y.contract_ref), 'remittance', coalesce(x.pence, 0), coalesce(y.pence, 0) from (
                        select coalesce(s.contract_ref, h.contract_ref) as contract_ref, sum(l.amount) as pence from remittance_line l
                        left join suspense_item h on h.file_hash = l.file_hash and h.line_number = l.number
                        left join statement s on s.ref = l.statement_ref and h.id is null group by 1) x
                    full join (select j.contract_ref, sum(p.amount) as pence from journal j join posting p on p.journal_id = j.id
                        join ledger_account a on a.code = p.account and a.kind = 'CONTROL' where j.kind in ('SETTLED', 'SUSPENSE_IN') group by 1) y
                        on y.contract_ref = x.contract_ref where coalesce(x.pence, 0) <> coalesce(y.pence, 0)"""),
            new Comparison("Suspense and ledger", "the money to place %s is %s by its list and %s by the ledger", """
                    select coalesce(x.contract_ref, y.contract_ref), 'in all', coalesce(x.pence, 0), coalesce(y.pence, 0) from (
                        select h.contract_ref, sum(h.amount - coalesce(m.done, 0)) as pence from suspense_item h
                        left join (select item_id, sum(amount) as done from suspense_move where status = 'DONE' group by 1) m on m.item_id = h.id group by 1) x
                    full join (select a.contract_ref, -sum(p.amount) as pence from posting p join ledger_account a on a.code = p.account and a.kind = 'SUSPENSE'
                        group by 1) y on y.contract_ref = x.contract_ref where coalesce(x.pence, 0) <> coalesce(y.pence, 0)"""),
            new Comparison("Suspense and its moves", "of held money %s is left %s, by its moves %s", """
                    select h.contract_ref, h.id::text, h.unplaced, h.amount - coalesce(sum(m.amount), 0) from suspense_item h
                    left join suspense_move m on m.item_id = h.id and m.status <> 'REFUSED' group by h.id
                    having h.unplaced <> h.amount - coalesce(sum(m.amount), 0)"""),
            new Comparison("Investor and ledger", "the capital at risk %s is %s by its list and %s by the ledger", """
                    select coalesce(x.contract_ref, y.contract_ref), 'in all', coalesce(x.pence, 0), coalesce(y.pence, 0) from (
                        select contract_ref, sum(case kind when 'DRAWN' then amount else -amount end) as pence from capital_move where status = 'DONE'
                        group by 1) x
                    full join (select a.contract_ref, -sum(p.amount) as pence from posting p join ledger_account a on a.code = p.account and a.kind = 'INVESTOR'
                        group by 1) y on y.contract_ref = x.contract_ref where coalesce(x.pence, 0) <> coalesce(y.pence, 0)"""));

    private final JdbcClient jdbc;
    private final Samples samples;

    Reconciler(JdbcClient jdbc, Samples samples) {
        this.jdbc = jdbc;
        this.samples = samples;
    }

    /** Every difference, by contract; empty when all records agree. */
    List<Difference> differences() {
        var found = new ArrayList<Difference>();
        COMPARISONS.forEach(one -> jdbc.sql(one.sql())
                .query((r, n) -> new Difference(r.getString(1), one.between(), String.format(one.words(), r.getString(2), Pence.of(r.getLong(3)),
                        Pence.of(r.getLong(4))))).list().forEach(found::add));
        found.addAll(samples.differences());
        found.sort(Comparator.comparing(Difference::contractRef, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Difference::between).thenComparing(Difference::words));
        return found;
    }

    /** The comparisons made, for the page: what is compared with what. */
    static List<String> comparisons() {
        return COMPARISONS.stream().map(Comparison::between).distinct().toList();
    }

    private record Comparison(String between, String words, String sql) {}
}
