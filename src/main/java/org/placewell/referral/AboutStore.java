package org.placewell.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.placewell.referral.AboutPerson.Wishes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what people say about themselves. */
@Component
class AboutStore {

    private final JdbcClient jdbc;

    AboutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AboutPerson find(long person) {
        return jdbc.sql("select ethnicity, sex, languages, contact_by, meet_at, specialist_wish from person where id = ?").param(person)
                .query((row, n) -> new AboutPerson(text(row, "ethnicity"), text(row, "sex"), wishes(row))).single();
    }

    /** Takes over what a newer referral says; a question not answered changes nothing. */
    void add(long person, AboutPerson about) {
        if (about.equals(AboutPerson.NOT_ASKED)) {
            return;
        }
        var old = find(person);
        var wishes = about.wishes();
        var merged = new AboutPerson(or(about.ethnicity(), old.ethnicity()), or(about.sex(), old.sex()),
                new Wishes(wishes.languages().isEmpty() ? old.wishes().languages() : wishes.languages(), or(wishes.contactBy(), old.wishes().contactBy()),
                        or(wishes.meetAt(), old.wishes().meetAt()), or(wishes.specialist(), old.wishes().specialist())));
        if (!merged.equals(old)) {
            write(person, merged, "");
        }
    }

    /** @return false when somebody has changed the person since that version */
    boolean replace(long person, AboutPerson about, int seen) {
        return write(person, about, " and version = " + seen) == 1;
    }

    private int write(long person, AboutPerson about, String onlyIf) {
        var wishes = about.wishes();
        return jdbc.sql("update person set ethnicity = :ethnicity, sex = :sex, languages = :languages, contact_by = :contact, meet_at = :meet,"
                        + " specialist_wish = :specialist, version = version + 1 where id = :id" + onlyIf)
                .param("ethnicity", orNull(about.ethnicity())).param("sex", orNull(about.sex())).param("languages", wishes.languages().toArray(String[]::new))
                .param("contact", orNull(wishes.contactBy())).param("meet", orNull(wishes.meetAt())).param("specialist", orNull(wishes.specialist()))
                .param("id", person).update();
    }

    /** The wishes of a row that has the person's columns. */
    static Wishes wishes(ResultSet row) throws SQLException {
        return new Wishes(List.of((String[]) row.getArray("languages").getArray()), text(row, "contact_by"), text(row, "meet_at"),
                text(row, "specialist_wish"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static String or(String newer, String older) {
        return newer.isEmpty() ? older : newer;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
