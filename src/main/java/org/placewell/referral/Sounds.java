package org.placewell.referral;

import java.util.ArrayList;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the sounds of everybody's name beside them, so that a search among a hundred thousand people reads an index. */
@Component
class Sounds implements ApplicationRunner {

    private static final String ADD = "insert into person_sound (person_id, sound) values (?, ?) on conflict do nothing";
    private final JdbcTemplate jdbc;

    Sounds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the sounds of a new or corrected name; the same again changes nothing. */
    void keep(long person, String given, String family) {
        var keys = NameSounds.of(given, family);
        jdbc.update("delete from person_sound where person_id = ? and sound <> all (?)", person, keys.toArray(String[]::new));
        jdbc.batchUpdate(ADD, keys.stream().map(key -> new Object[] {person, key}).toList());
    }

    /** At every start: people who were written before sounds were kept, or past this class, get theirs. Two nodes at once do no harm. */
    @Override
    public void run(ApplicationArguments arguments) {
        var missing = new ArrayList<Object[]>();
        jdbc.query("select id, given_name, family_name from person p where not exists (select 1 from person_sound s where s.person_id = p.id)",
                row -> {
                    long person = row.getLong(1);
                    NameSounds.of(row.getString(2), row.getString(3)).forEach(key -> missing.add(new Object[] {person, key}));
                });
        jdbc.batchUpdate(ADD, missing);
    }
}
