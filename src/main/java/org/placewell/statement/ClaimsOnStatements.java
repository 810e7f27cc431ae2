package org.placewell.statement;

import java.util.HashMap;
import java.util.Map;
import org.placewell.claim.OnStatements;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the room of claims below where their lines stand, and takes them off when a claim is taken back. */
@Component
class ClaimsOnStatements implements OnStatements {

    private final JdbcClient jdbc;

    ClaimsOnStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(String claimRef) {
        jdbc.sql("select ref from statement where ref in (select statement_ref from statement_line where claim_ref = ? and state = 'LIVE') order "
                + "by ref for update")
                .param(claimRef).query(String.class).list();
    }

    @Override
    public boolean holds(String claimRef) {
        return jdbc.sql("""
                        select exists (select 1 from payment_instruction where claim_ref = :ref)
                            or exists (select 1 from statement_line where claim_ref = :ref and state = 'LIVE')""")
                .param("ref", claimRef).query(Boolean.class).single();
    }

    @Override
    public void takeOff(String claimRef, String reason) {
        boolean leaving = jdbc.sql("""
                        select exists (select 1 from statement s join statement_line l on l.statement_ref = s.ref and l.state = 'LIVE'
                            where l.claim_ref = ? and l.kind = 'CLAIM' and s.status = 'APPROVED_TWICE')""")
                .param(claimRef).query(Boolean.class).single();
        if (leaving) {
            throw new Problem.Stale("This claim's payment is being instructed at this moment. Try again in a minute");
        }
        jdbc.sql("""
                        update statement_line l set state = 'RELEASED', reason = ? from statement s
                        where s.ref = l.statement_ref and l.claim_ref = ? and l.state = 'LIVE'
                            and s.status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE')""")
                .params(reason, claimRef).update();
    }

    @Override
    public Map<String, Standing> of(String claimRef) {
        var standings = new HashMap<String, Standing>();
        jdbc.sql("""
                        select payer, max(statement_ref) filter (where state = 'LIVE'), bool_or(state = 'QUERIED') from statement_line
                        where claim_ref = ? and kind = 'CLAIM' group by payer""")
                .param(claimRef).query(r -> { standings.put(r.getString(1), new Standing(r.getString(2), r.getBoolean(3))); });
        return standings;
    }
}
