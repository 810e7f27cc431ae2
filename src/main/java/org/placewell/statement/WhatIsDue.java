package org.placewell.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.claim.Charges;
import org.placewell.contract.ContractSummary;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Party;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a statement: validated shares, credits, charges, and the fees that the next draft will record. */
@Component
class WhatIsDue {

    private final Charges charges;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    WhatIsDue(Charges charges, MoneyScope scope, Contracts contracts, JdbcClient jdbc, MovableClock clock) {
        this.charges = charges;
        this.scope = scope;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<DueView> of(String contractRef, Actor actor) {
        var due = new TreeMap<String, DueView>();
        recorded(contractRef, actor).forEach(line -> due.put(line.contractRef() + " " + line.payer(), line));
        var refs = contractRef == null ? contracts.all().stream().map(ContractSummary::ref).toList() : List.of(contractRef);
        refs.stream().filter(ref -> scope.isFinance(ref, actor)).forEach(ref -> fees(ref, due));
        return List.copyOf(due.values());
    }

    private List<DueView> recorded(String contractRef, Actor actor) {
        return jdbc.sql("""
                        select s.contract_ref, s.payer, count(*), sum(s.amount), min(s.reached_on) from (
                            select c.contract_ref, h.payer, h.amount, c.reached_on from claim_share h join outcome_claim c on c.ref = h.claim_ref
                            where h.amount > 0 and c.status = 'RESERVED' and paid_before(c.ref) is null
                                and not exists (select 1 from payment_instruction i where i.claim_ref = h.claim_ref and i.payer = h.payer and i.kind =
                                    'CLAIM')
                                and not exists (select 1 from statement_line l where l.claim_ref = h.claim_ref and l.payer = h.payer and l.kind =
                                    'CLAIM' and l.state = 'LIVE')
                            union all
                            select c.contract_ref, k.payer, k.amount, c.reached_on from claim_credit k join outcome_claim c on c.ref = k.claim_ref
                            where not exists (select 1 from payment_instruction i where i.claim_ref = k.claim_ref and i.payer = k.payer and i.kind =
                                'CREDIT')
                                and not exists (select 1 from statement_line l where l.claim_ref = k.claim_ref and l.payer = k.payer and l.kind =
                                    'CREDIT' and l.state = 'LIVE')
                            union all
                            select c.contract_ref, g.payer, g.amount, to_date(c.period || '-01', 'YYYY-MM-DD') from charge_share g
                                join charge c on c.ref = g.charge_ref
                            where c.status = 'APPROVED' and g.amount <> 0
                                and not exists (select 1 from payment_instruction i where i.charge_ref = g.charge_ref and i.payer = g.payer)
                                and not exists (select 1 from statement_line l where l.charge_ref = g.charge_ref and l.payer = g.payer
                                    and l.state = 'LIVE')
                        ) s where (cast(:contract as text) is null or s.contract_ref = :contract) and\s"""
                        + MoneyScope.SEES + " group by 1, 2 order by 1, 2")
                .param("contract", contractRef).param("me", actor.username())
                .query((r, n) -> new DueView(r.getString(1), r.getString(2), payerName(r.getString(1), r.getString(2)), r.getLong(3),
                        Pence.of(r.getLong(4)), r.getObject(5, LocalDate.class)))
                .list();
    }

    /** Accepted claims that no statement takes, because another record of the person has been or will be paid for the same; for finance. */
    List<HeldBack> heldBack(Actor actor) {
        return jdbc.sql("select s.ref, s.contract_ref, s.before, s.amount from (select c.ref, c.contract_ref, c.amount, paid_before(c.ref) as before"
                        + " from outcome_claim c where c.occurrence like 'person %' and c.status in ('RESERVED', 'INSTRUCTED')) s"
                        + " where s.before is not null and exists (select 1 from role_grant g where g.username = :me and g.role = 'FINANCE'"
                        + " and g.contract_ref = s.contract_ref) order by 1 limit 200")
                .param("me", actor.username())
                .query((r, n) -> new HeldBack(r.getString(1), r.getString(2), r.getString(3), Pence.of(r.getLong(4)))).list();
    }

    private void fees(String contractRef, Map<String, DueView> due) {
        for (var fee : charges.feesToCome(contractRef, YearMonth.from(clock.today()))) {
            for (var share : fee.shares()) {
                if (share.amount().isPositive()) {
                    due.merge(contractRef + " " + share.payerId(), new DueView(contractRef, share.payerId(), payerName(contractRef, share.payerId()), 1,
                            share.amount(), fee.period().atDay(1)), WhatIsDue::together);
                }
            }
        }
    }

    private static DueView together(DueView one, DueView other) {
        return new DueView(one.contractRef(), one.payer(), one.payerName(), one.lines() + other.lines(), one.amount().plus(other.amount()),
                one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest());
    }

    private String payerName(String contractRef, String payer) {
        return contracts.inForce(contractRef, clock.today()).payer(payer).map(Party::name).orElse(payer);
    }
}
