package org.placewell.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.Ceiling;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Room under the contract's caps: reserved when a claim is validated, posted when its payment is instructed, given back when
 * it is released. Each cap is one row with a check; room is taken by a conditional update, so that no crowd can pass it.
 */
@Component
class Caps {

    private final JdbcClient jdbc;

    Caps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody else who reserves under the contract wait until the transaction ends: prices depend on what is reserved. */
    void queue(String contractRef) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("caps:" + contractRef).query(String.class).single();
    }

    /** Reserves a claim's amount under every cap; takes nothing and returns the cap's name when one has no room, else null. */
    String reserve(Claim claim, Terms terms, Decision decision) {
        var taken = new ArrayList<Use>();
        // The record that stands for the person now, whatever record the claim was opened for.
        var person = jdbc.sql("select person_id::text from referral where ref = ?").param(claim.referralRef()).query(String.class).single();
        for (var use : uses(claim, terms, decision)) {
            var quantity = use.unit().equals("PEOPLE") && counted(claim, use.cap(), person) ? 0 : use.quantity();
            var counter = new Use(use.cap(), use.unit(), use.room(), use.payer(), quantity);
            ensure(claim.contractRef(), counter, terms.version());
            if (move(claim.contractRef(), counter.cap(), quantity, 0) == 0) {
                taken.forEach(earlier -> move(claim.contractRef(), earlier.cap(), -earlier.quantity(), 0));
                return use.cap();
            }
            taken.add(counter);
        }
        taken.forEach(use -> jdbc.sql("""
                        insert into cap_use (claim_ref, contract_ref, cap, payer, person, quantity, state) values (?, ?, ?, ?, ?, ?, 'RESERVED')""")
                .params(claim.ref(), claim.contractRef(), use.cap(), use.payer(), use.unit().equals("PEOPLE") ? person : null, use.quantity())
                .update());
        return null;
    }

    /** Posts what claims have reserved for one payer, or, with null, all the rest of it. */
    void post(Collection<String> claimRefs, String payer) {
        jdbc.sql("""
                        with posted as (
                            update cap_use set state = 'POSTED' where claim_ref = any (cast(:refs as text[])) and state = 'RESERVED'
                                and (cast(:payer as text) is null or payer = :payer)
                            returning contract_ref, cap, quantity)
                        update cap_counter k set reserved = k.reserved - p.quantity, posted = k.posted + p.quantity
                        from (select contract_ref, cap, sum(quantity) as quantity from posted group by 1, 2) p
                        where k.contract_ref = p.contract_ref and k.cap = p.cap""")
                .param("refs", ClaimStore.array(claimRefs)).param("payer", payer).update();
    }

    /** Gives back all that a claim holds, reserved or posted. A person's place goes to another claim of the same person, if any. */
    void release(String claimRef) {
        for (var state : List.of("RESERVED", "POSTED")) {
            for (var held : held(claimRef, state)) {
                jdbc.sql("update cap_use set state = 'VOIDED' where claim_ref = ? and cap = ?").params(claimRef, held.cap()).update();
                move(held.contractRef(), held.cap(), state.equals("RESERVED") ? -held.quantity() : 0, state.equals("POSTED") ? -held.quantity() : 0);
                if (held.person() != null && held.quantity() > 0) {
                    handOver(held);
                }
            }
        }
    }

    /**
     * Counts people anew under every ceiling on people, after records were joined or separated: one place for all claims of each. A second
     * person found where there was one takes a place only while there is room; what was promised to them stands in either case.
     */
    void countAnew(List<Long> people) {
        // Every claim goes to its own person first: a place that moves away with its claim is not counted for who stays.
        people.forEach(person -> jdbc.sql("""
                        update cap_use u set person = :name from outcome_claim c join referral r on r.ref = c.referral_ref
                        where c.ref = u.claim_ref and r.person_id = :person and u.person is not null and u.person <> :name""")
                .param("name", Long.toString(person)).param("person", person).update());
        people.stream().map(person -> Long.toString(person)).forEach(name -> jdbc.sql("select contract_ref, cap, sum(quantity) from cap_use "
                + "where person = ? and state <> 'VOIDED' group by 1, 2 order by 1, 2").param(name)
                .query((r, n) -> new Held(r.getString(1), r.getString(2), null, name, r.getLong(3))).list().forEach(this::onePlace));
    }

    private void onePlace(Held held) {
        if (held.quantity() > 1) {
            jdbc.sql("""
                            select claim_ref, state from cap_use where contract_ref = ? and cap = ? and person = ? and state <> 'VOIDED' and quantity > 0
                            order by state, claim_ref offset 1""")
                    .params(held.contractRef(), held.cap(), held.person())
                    .query((r, n) -> new String[] {r.getString(1), r.getString(2)}).list().forEach(use -> {
                        jdbc.sql("update cap_use set quantity = 0 where claim_ref = ? and cap = ?").params(use[0], held.cap()).update();
                        move(held.contractRef(), held.cap(), use[1].equals("RESERVED") ? -1 : 0, use[1].equals("POSTED") ? -1 : 0);
                    });
        } else if (held.quantity() == 0) {
            handOver(new Held(held.contractRef(), held.cap(), null, held.person(), 1));
        }
    }

    /** Every cap of a contract that has been asked so far. */
    List<CapView> of(String contractRef) {
        return jdbc.sql("select contract_ref, cap, unit, room, reserved, posted from cap_counter where contract_ref = ? order by cap")
                .param(contractRef)
                .query((r, n) -> new CapView(r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getLong(5), r.getLong(6))).list();
    }

    /** The caps a claim uses, in a fixed order, so that two claims never wait for each other crosswise. */
    private static List<Use> uses(Claim claim, Terms terms, Decision decision) {
        var uses = new ArrayList<Use>();
        var limits = terms.limits();
        long amount = decision.amount().amount();
        limits.people().ifPresent(people -> uses.add(new Use("people", "PEOPLE", people, null, 1)));
        if (limits.total() != null) {
            uses.add(new Use("total", "PENCE", limits.total().amount(), null, amount));
        }
        limits.outcomes().ifPresent(count -> uses.add(new Use("number in all", "OUTCOMES", count, null, 1)));
        limits.payers().forEach((payer, room) -> {
            long share = decision.shareOf(payer).amount();
            add(uses, "payer " + payer, room, payer, share, share > 0 ? 1 : 0);
        });
        limits.periods().forEach(limit -> add(uses, limit.every().label() + " from " + limit.every().startOf(decision.windowTo()), limit.ceiling(), null,
                amount, 1));
        var rule = terms.rule(claim.outcome());
        rule.count().ifPresent(count -> uses.add(new Use("number of " + rule.code(), "OUTCOMES", count, null, 1)));
        if (rule.value() != null) {
            uses.add(new Use("value of " + rule.whole(), "PENCE", rule.value().amount(), null, amount));
        }
        uses.sort(Comparator.comparing(Use::cap));
        return uses;
    }

    /** A ceiling on money keeps the name it always had; one on the number of outcomes stands beside it. */
    private static void add(List<Use> uses, String name, Ceiling ceiling, String payer, long amount, long outcomes) {
        if (ceiling.total() != null) {
            uses.add(new Use(name, "PENCE", ceiling.total().amount(), payer, amount));
        }
        ceiling.count().ifPresent(count -> uses.add(new Use("number of " + name, "OUTCOMES", count, payer, outcomes)));
    }

    private boolean counted(Claim claim, String cap, String person) {
        return jdbc.sql("select exists (select 1 from cap_use where contract_ref = ? and cap = ? and person = ? and state <> 'VOIDED' and quantity "
                + "> 0)")
                .params(claim.contractRef(), cap, person).query(Boolean.class).single();
    }

    /** A later version of the contract may give more room, or less, but never less than is taken. */
    private void ensure(String contractRef, Use use, int version) {
        jdbc.sql("""
                        insert into cap_counter (contract_ref, cap, unit, contract_version, room) values (?, ?, ?, ?, ?)
                        on conflict (contract_ref, cap) do update set room = excluded.room, contract_version = excluded.contract_version
                        where cap_counter.contract_version < excluded.contract_version and cap_counter.reserved
                                + cap_counter.posted <= excluded.room""")
                .params(contractRef, use.cap(), use.unit(), version, use.room()).update();
    }

    private int move(String contractRef, String cap, long reserved, long posted) {
        return jdbc.sql("""
                        update cap_counter set reserved = reserved + :reserved, posted = posted + :posted
                        where contract_ref = :contract and cap = :cap and (:reserved + :posted <= 0 or reserved + posted + :reserved
                                + :posted <= room)""")
                .param("reserved", reserved).param("posted", posted).param("contract", contractRef).param("cap", cap).update();
    }

    private void handOver(Held held) {
        jdbc.sql("""
                        select claim_ref, state from cap_use where contract_ref = ? and cap = ? and person = ? and state <> 'VOIDED' and quantity = 0
                        order by claim_ref limit 1""")
                .params(held.contractRef(), held.cap(), held.person())
                .query((r, n) -> new String[] {r.getString(1), r.getString(2)}).optional()
                .ifPresent(heir -> {
                    boolean reserved = heir[1].equals("RESERVED");
                    if (move(held.contractRef(), held.cap(), reserved ? held.quantity() : 0, reserved ? 0 : held.quantity()) == 1) {
                        jdbc.sql("update cap_use set quantity = ? where claim_ref = ? and cap = ?").params(held.quantity(), heir[0], held.cap()).update();
                    }
                });
    }

    private List<Held> held(String claimRef, String state) {
        return jdbc.sql("select contract_ref, cap, payer, person, quantity from cap_use where claim_ref = ? and state = ? order by cap")
                .params(claimRef, state)
                .query((r, n) -> new Held(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5))).list();
    }

    private record Use(String cap, String unit, long room, String payer, long quantity) {}

    private record Held(String contractRef, String cap, String payer, String person, long quantity) {}
}
