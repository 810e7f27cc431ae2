package org.placewell.claim;

import java.util.List;
import org.placewell.contract.PastClaims;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The claims that a contract was charged for, with the facts they were priced by, for trying out a draft of new terms. */
@Component
class PastOutcomes implements PastClaims {

    private final JdbcClient jdbc;
    private final Explanations explanations;

    PastOutcomes(JdbcClient jdbc, Explanations explanations) {
        this.jdbc = jdbc;
        this.explanations = explanations;
    }

    @Override
    public List<Past> of(String contractRef) {
        return jdbc.sql("""
                        select ref, referral_ref, outcome, explanation, amount from outcome_claim
                        where contract_ref = ? and status in ('RESERVED', 'INSTRUCTED', 'PAID') order by reached_on, ref""")
                .param(contractRef)
                .query((row, n) -> new Past(row.getString(1), row.getString(2), row.getString(3),
                        explanations.get(row.getString(1), row.getInt(4)).inputs().facts(), Pence.of(row.getLong(5))))
                .list();
    }
}
