package org.placewell.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.placewell.shared.Words;
import org.placewell.triage.SamePeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Compares rows with what is in our records, many at a time. */
@Component
class Known {

    private final JdbcClient jdbc;
    private final SamePeople samePeople;

    Known(JdbcClient jdbc, SamePeople samePeople) {
        this.jdbc = jdbc;
        this.samePeople = samePeople;
    }

    /** What our records say about some rows. */
    Findings about(List<Entry> entries) {
        var findings = new Findings(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        if (entries.isEmpty()) {
            return findings;
        }
        jdbc.sql("""
                        select b.contract_ref, b.row_key, b.referral_ref from brought_in b
                        join unnest(cast(? as text[]), cast(? as text[])) as i(contract, key) on i.contract = b.contract_ref and i.key = b.row_key""")
                .params(texts(entries.stream().map(Entry::contract).toList()), texts(entries.stream().map(Entry::rowKey).toList()))
                .query(row -> { findings.before().put(row.getString(1) + " " + row.getString(2), row.getString(3)); });
        var numbers = texts(entries.stream().map(Entry::nhsNumber).filter(number -> !number.isEmpty()).toList());
        jdbc.sql("select nhs_number, birth_date from person where nhs_number = any (?)").param(numbers)
                .query(row -> { findings.born().put(row.getString(1), row.getObject(2, LocalDate.class)); });
        jdbc.sql("""
                        select p.nhs_number, r.contract_ref from person p join referral r on r.person_id = p.id
                        where p.nhs_number = any (?) and r.status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')""")
                .param(numbers)
                .query(row -> { findings.open().add(row.getString(1) + " " + row.getString(2)); });
        alike(entries, findings.alike());
        return findings;
    }

    private void alike(List<Entry> entries, Map<Integer, List<String>> alike) {
        var people = entries.stream().map(row -> new SamePeople.Person(row.givenName(), row.familyName(), row.birthDate(), row.nhsNumber())).toList();
        samePeople.like(people).forEach((row, matches) -> alike.put(row, matches.stream().map(Known::words).toList()));
    }

    private static String words(SamePeople.Match match) {
        return "May be " + match.name() + ", born " + Words.date(match.born()) + ", who is in our records already: "
                + match.likeness().substring(0, 1).toLowerCase(Locale.UK) + match.likeness().substring(1);
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    /**
     * @param before the referral by contract and row key
     * @param born the birth date in our records by NHS number
     * @param open NHS number and contract of those with an open referral
     * @param alike by the row's place in the list, whom the person may be
     */
    record Findings(Map<String, String> before, Map<String, LocalDate> born, Set<String> open, Map<Integer, List<String>> alike) {}
}
