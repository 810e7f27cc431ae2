package org.placewell.claim;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.contract.CapsUsed;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a contract has been used for: validated, instructed and paid claims count; an open claim counts for nothing but itself. */
@Component
class Usage implements CapsUsed {

    private static final String COUNTS = " c.contract_ref = :contract and c.status in ('RESERVED', 'INSTRUCTED', 'PAID') and c.ref <> :without";
    /** A claim keeps the person it was opened for; two records of one person that have been joined since count once. */
    private static final String STANDING = "case when j.id is null then c.person_id else person_standing(c.person_id) end";
    private final JdbcClient jdbc;

    Usage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Uses of(String contractRef) {
        return of(contractRef, -1, "", List.of());
    }

    /** The same for one person, without one claim; {@code claimed} are the person's claims that rule others out. */
    Uses of(String contractRef, long personId, String without, List<Claimed> claimed) {
        var people = jdbc.sql("select count(distinct person), coalesce(bool_or(person = :person), false) from (select "
                + STANDING + " as person from outcome_claim c left join person j on j.id = c.person_id and j.joined_to is not null where"
                + COUNTS + ") counted")
                .param("person", personId).param("contract", contractRef).param("without", without)
                .query((r, n) -> Map.entry(r.getInt(1), r.getBoolean(2))).single();
        var outcomes = new HashMap<String, Used>();
        jdbc.sql("select c.outcome, count(*), sum(c.amount) from outcome_claim c where" + COUNTS + " group by 1")
                .param("contract", contractRef).param("without", without)
                .query(r -> { outcomes.put(r.getString(1), new Used(r.getInt(2), Pence.of(r.getLong(3)))); });
        var payers = new HashMap<String, Pence>();
        var payerCounts = new HashMap<String, Integer>();
        jdbc.sql("select s.payer, sum(s.amount), count(*) filter (where s.amount > 0) from claim_share s join outcome_claim c on c.ref = s.claim_ref "
                + "where" + COUNTS + " group by 1")
                .param("contract", contractRef).param("without", without)
                .query(r -> {
                    payers.put(r.getString(1), Pence.of(r.getLong(2)));
                    payerCounts.put(r.getString(1), r.getInt(3));
                });
        var months = new HashMap<YearMonth, Pence>();
        var monthCounts = new HashMap<YearMonth, Integer>();
        jdbc.sql("select to_char(c.reached_on, 'YYYY-MM'), sum(c.amount), count(*) from outcome_claim c where" + COUNTS + " group by 1")
                .param("contract", contractRef).param("without", without)
                .query(r -> {
                    var month = YearMonth.parse(r.getString(1));
                    months.put(month, Pence.of(r.getLong(2)));
                    monthCounts.put(month, r.getInt(3));
                });
        return new Uses(people.getKey(), people.getValue(), outcomes, payers, payerCounts, months, monthCounts, claimed);
    }

    /** The person's claims as the calculator knows them, without some. */
    static List<Claimed> claimed(List<Claim> ofPerson, String referralRef, java.util.function.Predicate<Claim> counts) {
        return ofPerson.stream().filter(counts)
                .map(claim -> new Claimed(claim.outcome(), occurrence(claim.occurrence()), claim.referralRef().equals(referralRef),
                        claim.reachedOn()))
                .toList();
    }

    /** The occurrence as the calculator counts it: a job's reference, or which time it is. */
    static String occurrence(String stored) {
        int time = stored.indexOf(" time ");
        return stored.startsWith("J-") ? stored : time < 0 ? "1" : stored.substring(time + " time ".length());
    }
}
