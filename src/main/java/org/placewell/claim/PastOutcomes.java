package org.placewell.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.placewell.contract.PastClaims;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The claims that a contract was charged for, with the facts they were priced by, for trying out a draft of new terms. */
@Component
class PastOutcomes implements PastClaims {

    private static final ObjectReader FACTS = Explanations.JSON.readerFor(Facts.class);
    private final JdbcTemplate jdbc;

    PastOutcomes(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        // Within a transaction the driver then fetches so many rows at a time instead of all of them.
        jdbc.setFetchSize(1_000);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(String contractRef, Consumer<Past> reader) {
        jdbc.query("""
                        select c.ref, c.referral_ref, c.outcome, c.amount, e.inputs -> 'facts', s.shares
                        from outcome_claim c join claim_explanation e on e.claim_ref = c.ref and e.number = c.explanation
                        left join lateral (select string_agg(payer || '=' || amount, ' ' order by position) as shares
                            from claim_share where claim_ref = c.ref) s on true
                        where c.contract_ref = ? and c.status in ('RESERVED', 'INSTRUCTED', 'PAID') order by c.reached_on, c.ref""",
                row -> { reader.accept(past(row)); }, contractRef);
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(row.getString(1), row.getString(2), row.getString(3), facts(row.getString(5)), Pence.of(row.getLong(4)), shares(row.getString(6)));
    }

    private static Facts facts(String json) {
        try {
            return FACTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<PayerShare> shares(String text) {
        var shares = new ArrayList<PayerShare>();
        for (var one : text == null ? new String[0] : text.split(" ")) {
            int at = one.indexOf('=');
            shares.add(new PayerShare(one.substring(0, at), Pence.of(Long.parseLong(one.substring(at + 1)))));
        }
        return shares;
    }
}
