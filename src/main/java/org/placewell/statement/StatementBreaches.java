package org.placewell.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for every breach of the laws of money that statements can show, in the tables themselves and not through the code that writes them. */
@Component
class StatementBreaches {

    /** What a breach of each kind is called, and the query that finds what is at fault; none finds anything while all is well. */
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("the instruction of claim %s has no journal of the same amount", """
                select i.claim_ref || ' by ' || i.payer from payment_instruction i where i.kind = 'CLAIM' and not exists (
                    select 1 from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account and a.kind =
                        'RECEIVABLE'
                    where j.key = 'instructed:' || i.claim_ref || ':' || i.payer and p.amount = i.amount)""");
        QUERIES.put("the journal %s has no instruction of the same amount", """
                select j.key from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account and a.kind =
                    'RECEIVABLE'
                where j.kind = 'INSTRUCTED' and not exists (select 1 from payment_instruction i where i.kind = 'CLAIM'
                    and j.key = 'instructed:' || i.claim_ref || ':' || i.payer and i.amount = p.amount)""");
        QUERIES.put("the instruction of charge %s has no journal of the same amount", """
                select i.charge_ref || ' by ' || i.payer from payment_instruction i where i.kind = 'CHARGE' and not exists (
                    select 1 from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account
                        and a.kind = 'RECEIVABLE'
                    where j.key = 'charged:' || i.charge_ref || ':' || i.payer and p.amount = i.amount)""");
        QUERIES.put("the shares of charge %s do not make up its amount", """
                select c.ref from charge c left join charge_share s on s.charge_ref = c.ref group by c.ref
                having coalesce(sum(s.amount), 0) <> c.amount""");
        QUERIES.put("the instruction of claim %s differs from the payer's share", """
                select i.claim_ref || ' by ' || i.payer from payment_instruction i left join claim_share s on s.claim_ref = i.claim_ref and s.payer =
                    i.payer
                where i.kind = 'CLAIM' and s.amount is distinct from i.amount""");
        QUERIES.put("claim %s is instructed without an instruction for every payer", """
                select c.ref from outcome_claim c join claim_share s on s.claim_ref = c.ref and s.amount > 0 where c.status in ('INSTRUCTED', 'PAID')
                    and not exists (select 1 from payment_instruction i where i.claim_ref = c.ref and i.payer = s.payer and i.kind = 'CLAIM')
                group by c.ref""");
        QUERIES.put("the reversal of claim %s has no credit for every instruction", """
                select i.claim_ref || ' by ' || i.payer from payment_instruction i join outcome_claim c on c.ref = i.claim_ref and c.status =
                    'REVERSED'
                where i.kind = 'CLAIM' and not exists (select 1 from claim_credit k where k.claim_ref = i.claim_ref and k.payer = i.payer
                    and k.amount = -i.amount)""");
        QUERIES.put("statement %s is instructed without two people's approval", """
                select s.ref from statement s where s.status in ('APPROVED_TWICE', 'INSTRUCTED', 'PAID') and (select count(distinct a.username) from
                    approval a
                    where a.statement_ref = s.ref and a.statement_version = s.version) <> 2""");
        QUERIES.put("statement %s has lines without an instruction", """
                select l.statement_ref from statement_line l join statement s on s.ref = l.statement_ref and s.status in ('INSTRUCTED', 'PAID')
                where l.state = 'LIVE' and not exists (select 1 from payment_instruction i where i.statement_ref = s.ref and i.line_ref = l.line_ref
                    and i.kind = l.kind and i.amount = l.amount) group by 1""");
        QUERIES.put("statement %s is approved by someone who had a hand in a line of it", """
                select distinct a.statement_ref from approval a join statement s on s.ref = a.statement_ref and s.version = a.statement_version
                    join statement_participant p on p.statement_ref = s.ref and p.username = a.username
                where s.status in ('INSTRUCTED', 'PAID') and not exists (select 1 from statement_line l join reversal r on r.claim_ref = l.claim_ref
                    where l.statement_ref = s.ref and r.status = 'APPROVED' and r.requested_at >= a.approved_at)""");
        QUERIES.put("the journal %s has no instruction of a charge of the same amount", """
                select j.key from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account
                    and a.kind = 'RECEIVABLE'
                where j.kind = 'CHARGED' and not exists (select 1 from payment_instruction i where i.kind = 'CHARGE'
                    and j.key = 'charged:' || i.charge_ref || ':' || i.payer and i.amount = p.amount)""");
    }

    private final JdbcClient jdbc;

    StatementBreaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> all() {
        var breaches = new ArrayList<String>();
        QUERIES.forEach((words, sql) -> jdbc.sql(sql).query(String.class).list()
                .forEach(found -> breaches.add("money: " + String.format(words, found))));
        return breaches;
    }
}
