package org.placewell.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.placewell.referral.NameSounds;
import org.placewell.referral.ReferralStatus;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.triage.Likeness.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks of people who are not in our records yet whether they may be somebody who is: the same likeness as between two referrals, and
 * among the same records: those of the same contract or the same provider.
 */
@Component
@Transactional(readOnly = true)
public class SamePeople {

    private final JdbcClient jdbc;

    SamePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares many at once. A person with the same NHS number is no likeness but the same person, and is left out. Name and birth date
     * are told only of somebody whose record the actor may open, and never to a contract manager.
     *
     * @return by the place in the list, those in our records whom each may be, at most ten; without likeness there is no entry
     */
    public Map<Integer, List<Match>> like(List<Person> people, Actor actor) {
        var rows = new ArrayList<Integer>();
        var sounds = new ArrayList<String>();
        for (int i = 0; i < people.size(); i++) {
            for (var sound : NameSounds.of(people.get(i).given(), people.get(i).family())) {
                rows.add(i);
                sounds.add(sound);
            }
        }
        var found = new LinkedHashMap<Integer, List<Found>>();
        jdbc.sql("""
                        with meant as (
                            select b.row, p.id from unnest(cast(:all as int[]), cast(:born as date[])) as b(row, born)
                                join person p on p.birth_date = b.born
                            union
                            select s.row, p.person_id from unnest(cast(:rows as int[]), cast(:sounds as text[])) as s(row, sound)
                                join person_sound p on p.sound = s.sound)
                        select m.row, p.id, p.given_name, p.family_name, p.birth_date, p.nhs_number from meant m join person p on p.id = m.id
                        join unnest(cast(:all as int[]), cast(:contracts as text[]), cast(:teams as text[])) as w(row, contract, team)
                            on w.row = m.row
                        where p.joined_to is null and exists (
                            select 1 from referral r join team t on t.id = r.team_id where r.person_id = p.id
                              and (r.contract_ref = w.contract or t.organisation_id = (select organisation_id from team where id = w.team))
                              and (r.status in (:open) or r.arrival =
                                  (select max(x.arrival) from referral x where x.person_id = p.id and x.status <> 'DUPLICATE')))
                        order by 1, 2""")
                .param("all", new SqlArrayValue("int", java.util.stream.IntStream.range(0, people.size()).boxed().toArray()))
                .param("born", new SqlArrayValue("date", people.stream().map(Person::born).toArray()))
                .param("rows", new SqlArrayValue("int", rows.toArray())).param("sounds", new SqlArrayValue("text", sounds.toArray()))
                .param("contracts", new SqlArrayValue("text", people.stream().map(Person::contract).toArray()))
                .param("teams", new SqlArrayValue("text", people.stream().map(Person::team).toArray()))
                .param("open", Arrays.stream(ReferralStatus.values()).filter(ReferralStatus::isOpen).map(Enum::name).toList())
                .query(row -> {
                    int at = row.getInt(1);
                    var known = new Written(row.getString(3), row.getString(4), row.getObject(5, LocalDate.class), row.getString(6));
                    compare(people.get(at), row.getLong(2), known, found.computeIfAbsent(at, n -> new ArrayList<>()));
                });
        found.values().removeIf(List::isEmpty);
        var seen = seen(found.values().stream().flatMap(List::stream).map(Found::id).distinct().toList(), actor);
        var told = new LinkedHashMap<Integer, List<Match>>();
        found.forEach((at, matches) -> told.put(at, matches.stream().map(one -> one.told(seen.contains(one.id()))).toList()));
        return told;
    }

    /** Those among some people of whom the actor may open a referral. */
    private Set<Long> seen(List<Long> ids, Actor actor) {
        if (ids.isEmpty() || actor.has(Role.CONTRACT_MANAGER)) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        select distinct r.person_id from referral r
                        where r.person_id = any (?) and exists (select 1 from case_access a where a.referral_ref = r.ref and a.username = ?)""")
                .params(new SqlArrayValue("bigint", ids.toArray()), actor.username()).query(Long.class).list());
    }

    private static void compare(Person person, long id, Written known, List<Found> matches) {
        var number = person.number().isEmpty() ? null : person.number();
        if (matches.size() < 10 && (number == null || !number.equals(known.number()))) {
            Likeness.of(new Written(person.given(), person.family(), person.born(), number), known)
                    .ifPresent(likeness -> matches.add(new Found(id, known, Likeness.labelOf(likeness.code()))));
        }
    }

    /**
     * Somebody who comes in.
     *
     * @param number the NHS number; empty when unknown
     * @param contract the contract's reference
     * @param team the employment team's id
     */
    public record Person(String given, String family, LocalDate born, String number, String contract, String team) {}

    /** Somebody in our records. @param likeness what is alike, in words; all three are null of somebody whom the actor may not see */
    public record Match(String name, LocalDate born, String likeness) {}

    private record Found(long id, Written known, String likeness) {

        Match told(boolean seen) {
            return seen ? new Match(known.given() + " " + known.family(), known.born(), likeness) : new Match(null, null, null);
        }
    }
}
