package org.placewell.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for every breach of the laws of money that claims can show, in the tables themselves and not through the code that writes them. */
@Component
class Breaches {

    /** What a breach of each kind is called, and the query that finds what is at fault; none finds anything while all is well. */
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("the outcome %s is claimed more than once", """
                select contract_ref || ' ' || outcome || ' ' || occurrence from outcome_claim where status in ('OPEN', 'RESERVED', 'INSTRUCTED',
                    'PAID')
                group by contract_ref, outcome, occurrence having count(*) > 1""");
        QUERIES.put("claim %s is paid a second time for one person, whose records have been joined: reverse it", """
                select c.ref from outcome_claim c where c.occurrence like 'person %' and c.status in ('INSTRUCTED', 'PAID') and exists (
                    select 1 from outcome_claim o where o.ref = paid_before(c.ref) and o.status in ('INSTRUCTED', 'PAID'))
                order by 1""");
        QUERIES.put("the shares of claim %s do not make up its amount", """
                select c.ref from outcome_claim c left join claim_share s on s.claim_ref = c.ref where c.status in ('RESERVED', 'INSTRUCTED', 'PAID')
                group by c.ref having coalesce(sum(s.amount), 0) <> c.amount""");
        QUERIES.put("claim %s is paid without the money in", """
                select c.ref from outcome_claim c join claim_share s on s.claim_ref = c.ref and s.amount > 0 where c.status = 'PAID'
                    and not exists (select 1 from journal j where j.key = 'settled:CLAIM:' || c.ref || ':' || s.payer) group by c.ref""");
        QUERIES.put("claim %s differs from what the ledger says is earned", """
                select c.ref from outcome_claim c left join (select j.claim_ref, -sum(p.amount) as earned from journal j join posting p on
                    p.journal_id = j.id
                        join ledger_account a on a.code = p.account and a.kind = 'PAYABLE' group by j.claim_ref) l on l.claim_ref = c.ref
                where (c.status in ('INSTRUCTED', 'PAID') and coalesce(l.earned, 0) <> c.amount)
                    or (c.status not in ('RESERVED', 'INSTRUCTED', 'PAID') and coalesce(l.earned, 0) <> 0)""");
        QUERIES.put("the cap %s is passed", "select contract_ref || ' ' || cap from cap_counter where reserved + posted > room");
        QUERIES.put("the cap %s does not add up", """
                select k.contract_ref || ' ' || k.cap from cap_counter k left join cap_use u on u.contract_ref = k.contract_ref and u.cap = k.cap
                group by k.contract_ref, k.cap, k.reserved, k.posted having k.reserved <> coalesce(sum(u.quantity) filter (where u.state =
                    'RESERVED'), 0)
                    or k.posted <> coalesce(sum(u.quantity) filter (where u.state = 'POSTED'), 0)""");
    }

    private final JdbcClient jdbc;
    private final Explanations explanations;
    private final ChargeStore charges;
    private final Fees fees;

    Breaches(JdbcClient jdbc, Explanations explanations, ChargeStore charges, Fees fees) {
        this.jdbc = jdbc;
        this.explanations = explanations;
        this.charges = charges;
        this.fees = fees;
    }

    List<String> all() {
        var breaches = new ArrayList<String>();
        QUERIES.forEach((words, sql) -> jdbc.sql(sql).query(String.class).list()
                .forEach(found -> breaches.add("money: " + String.format(words, found))));
        jdbc.sql("select * from outcome_claim order by ref").query(ClaimStore::row).list().forEach(claim -> {
            var fault = explanations.fault(claim);
            if (!fault.isEmpty()) {
                breaches.add("money: claim " + claim.ref() + " does not recompute: " + fault);
            }
        });
        charges.fees().stream().filter(fee -> !fees.bears(fee)).forEach(fee -> breaches.add("money: the fee " + fee.ref()
                + " is not what the terms say"));
        return breaches;
    }
}
