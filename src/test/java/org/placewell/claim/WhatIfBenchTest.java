package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.bench.Figures;
import org.placewell.contract.Contracts;
import org.placewell.shared.Pence;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures a what-if over everything that a large contract has paid for, from the database to the table of the page. */
@Tag("bench")
@PlacewellTest
class WhatIfBenchTest {

    private static final int CLAIMS = 100_000;

    @Autowired MoneyWorld money;
    @Autowired Contracts contracts;
    @Autowired JdbcClient jdbc;

    @Test
    @DisplayName("A what-if over 100,000 claims in the database")
    void measure() throws Exception {
        var service = money.service(yaml -> yaml.replace("people: 985", "people: 1000000").replace("total: £1,440,000", "total: £900,000,000"));
        var claim = money.reserved(service);
        copies(claim);
        var figures = new LinkedHashMap<String, Long>();
        for (int round = 1; round <= 3; round++) {
            long began = System.nanoTime();
            var whatIf = contracts.whatIf(contracts.terms(service.contract(), 1));
            figures.put("what-if over 100,000 claims, round " + round + ", ms", (System.nanoTime() - began) / 1_000_000);
            assertThat(whatIf.total().difference()).isEqualTo(Pence.ZERO);
            assertThat(whatIf.total().paid()).isEqualTo(CLAIMS);
        }
        Figures.write("what-if", "What-if from the database", figures);
    }

    /** The same claim for so many people more, with its explanation and its shares. */
    private void copies(String claim) {
        money.in(() -> jdbc.sql("""
                        insert into outcome_claim (ref, contract_ref, contract_version, referral_ref, person_id, outcome, occurrence, status, amount,
                            window_from, reached_on, claim_by, explanation, opened_at, changed_at)
                        select ref || '-' || n, contract_ref, contract_version, referral_ref || '-' || n, -n, outcome, occurrence || '-' || n, status, amount,
                            window_from, reached_on, claim_by, explanation, opened_at, changed_at
                        from outcome_claim, generate_series(1, :n) n where ref = :ref""")
                .param("n", CLAIMS - 1).param("ref", claim).update());
        money.in(() -> jdbc.sql("""
                        insert into claim_explanation (claim_ref, number, inputs, inputs_hash, decision, amount, written_at)
                        select claim_ref || '-' || n, number, inputs, inputs_hash, decision, amount, written_at
                        from claim_explanation, generate_series(1, :n) n where claim_ref = :ref""")
                .param("n", CLAIMS - 1).param("ref", claim).update());
        money.in(() -> jdbc.sql("""
                        insert into claim_share (claim_ref, payer, position, amount)
                        select claim_ref || '-' || n, payer, position, amount from claim_share, generate_series(1, :n) n where claim_ref = :ref""")
                .param("n", CLAIMS - 1).param("ref", claim).update());
    }
}
