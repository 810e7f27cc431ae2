package org.placewell.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.shared.Words;
import org.placewell.triage.SamePeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Compares rows with what is in our records, many at a time. Only records of the row's contract or provider count: a file must not tell
 * who is anywhere else in the service.
 */
@Component
class Known {

    /** All that is said of somebody whom the sender may not see. */
    static final String SOMEBODY = "May be somebody who is in our records already";
    private final JdbcClient jdbc;
    private final SamePeople samePeople;

    Known(JdbcClient jdbc, SamePeople samePeople) {
        this.jdbc = jdbc;
        this.samePeople = samePeople;
    }

    /** What our records say about some rows. */
    Findings about(List<Entry> entries, Actor actor) {
        var findings = new Findings(new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
        if (entries.isEmpty()) {
            return findings;
        }
        jdbc.sql("""
                        select b.contract_ref, b.row_key, b.referral_ref from brought_in b
                        join unnest(cast(? as text[]), cast(? as text[])) as i(contract, key) on i.contract = b.contract_ref and i.key = b.row_key""")
                .params(texts(entries.stream().map(Entry::contract).toList()), texts(entries.stream().map(Entry::rowKey).toList()))
                .query(row -> { findings.before().put(row.getString(1) + " " + row.getString(2), row.getString(3)); });
        var numbers = texts(entries.stream().map(Entry::nhsNumber).filter(number -> !number.isEmpty()).toList());
        jdbc.sql("""
                        select i.row - 1 from unnest(cast(? as text[]), cast(? as date[]), cast(? as text[]), cast(? as text[]))
                            with ordinality as i(number, born, contract, team, row)
                        join person p on p.nhs_number = i.number and p.birth_date <> i.born
                        where exists (select 1 from referral r join team t on t.id = r.team_id where r.person_id = person_standing(p.id)
                            and (r.contract_ref = i.contract or t.organisation_id = (select organisation_id from team where id = i.team)))""")
                .params(texts(entries.stream().map(Entry::nhsNumber).toList()),
                        new SqlArrayValue("date", entries.stream().map(Entry::birthDate).toArray()),
                        texts(entries.stream().map(Entry::contract).toList()), texts(entries.stream().map(Entry::team).toList()))
                .query(row -> { findings.bornOtherwise().add(row.getInt(1)); });
        jdbc.sql("""
                        select p.nhs_number, r.contract_ref from person p join referral r on r.person_id = person_standing(p.id)
                        where p.nhs_number = any (?) and r.status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')""")
                .param(numbers)
                .query(row -> { findings.open().add(row.getString(1) + " " + row.getString(2)); });
        alike(entries, actor, findings.alike());
        return findings;
    }

    private void alike(List<Entry> entries, Actor actor, Map<Integer, List<String>> alike) {
        var people = entries.stream().map(row -> new SamePeople.Person(row.givenName(), row.familyName(), row.birthDate(), row.nhsNumber(),
                row.contract(), row.team())).toList();
        samePeople.like(people, actor).forEach((row, matches) -> alike.put(row, matches.stream().map(Known::words).distinct().toList()));
    }

    private static String words(SamePeople.Match match) {
        return match.name() == null ? SOMEBODY : "May be " + match.name() + ", born " + Words.date(match.born()) + ", who is in our records already: "
                + match.likeness().substring(0, 1).toLowerCase(Locale.UK) + match.likeness().substring(1);
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    /**
     * @param before the referral by contract and row key
     * @param bornOtherwise the places in the list of those whose NHS number and birth date do not go together
     * @param open NHS number and contract of those with an open referral
     * @param alike by the row's place in the list, whom the person may be
     */
    record Findings(Map<String, String> before, Set<Integer> bornOtherwise, Set<String> open, Map<Integer, List<String>> alike) {}
}
