package org.placewell.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.placewell.referral.NameSounds;
import org.placewell.triage.Likeness.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks of people who are not in our records yet whether they may be somebody who is: the same likeness as between two referrals. */
@Component
@Transactional(readOnly = true)
public class SamePeople {

    private final JdbcClient jdbc;

    SamePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares many at once. A person with the same NHS number is no likeness but the same person, and is left out.
     *
     * @return by the place in the list, those in our records whom each may be, at most ten; without likeness there is no entry
     */
    public Map<Integer, List<Match>> like(List<Person> people) {
        var rows = new ArrayList<Integer>();
        var sounds = new ArrayList<String>();
        for (int i = 0; i < people.size(); i++) {
            for (var sound : NameSounds.of(people.get(i).given(), people.get(i).family())) {
                rows.add(i);
                sounds.add(sound);
            }
        }
        var found = new LinkedHashMap<Integer, List<Match>>();
        jdbc.sql("""
                        with meant as (
                            select b.row, p.id from unnest(cast(:all as int[]), cast(:born as date[])) as b(row, born)
                                join person p on p.birth_date = b.born
                            union
                            select s.row, p.person_id from unnest(cast(:rows as int[]), cast(:sounds as text[])) as s(row, sound)
                                join person_sound p on p.sound = s.sound)
                        select m.row, p.given_name, p.family_name, p.birth_date, p.nhs_number from meant m join person p on p.id = m.id
                        where p.joined_to is null order by 1, p.id""")
                .param("all", new SqlArrayValue("int", java.util.stream.IntStream.range(0, people.size()).boxed().toArray()))
                .param("born", new SqlArrayValue("date", people.stream().map(Person::born).toArray()))
                .param("rows", new SqlArrayValue("int", rows.toArray())).param("sounds", new SqlArrayValue("text", sounds.toArray()))
                .query(row -> {
                    int at = row.getInt(1);
                    var known = new Written(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), row.getString(5));
                    compare(people.get(at), known, found.computeIfAbsent(at, n -> new ArrayList<>()));
                });
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private static void compare(Person person, Written known, List<Match> matches) {
        var number = person.number().isEmpty() ? null : person.number();
        if (matches.size() < 10 && (number == null || !number.equals(known.number()))) {
            Likeness.of(new Written(person.given(), person.family(), person.born(), number), known)
                    .ifPresent(likeness -> matches.add(new Match(known.given() + " " + known.family(), known.born(),
                            Likeness.labelOf(likeness.code()))));
        }
    }

    /** Somebody who comes in. @param number the NHS number; empty when unknown */
    public record Person(String given, String family, LocalDate born, String number) {}

    /** Somebody in our records. @param likeness what is alike, in words */
    public record Match(String name, LocalDate born, String likeness) {}
}
