package org.placewell.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Answers what a record leaves open; what somebody has said stays. */
    void fill(long person, AboutPerson about) {
        if (!about.equals(AboutPerson.NOT_ASKED)) {
            var wishes = about.wishes();
            jdbc.sql("""
                            update person set ethnicity = coalesce(ethnicity, :ethnicity), sex = coalesce(sex, :sex),
                                languages = case when languages = '{}' then :languages else languages end, contact_by = coalesce(contact_by, :contact),
                                meet_at = coalesce(meet_at, :meet), specialist_wish = coalesce(specialist_wish, :specialist), version = version + 1
                            where id = :id""")
                    .param("ethnicity", orNull(about.ethnicity())).param("sex", orNull(about.sex()))
                    .param("languages", wishes.languages().toArray(String[]::new)).param("contact", orNull(wishes.contactBy()))
                    .param("meet", orNull(wishes.meetAt())).param("specialist", orNull(wishes.specialist())).param("id", person).update();
        }
    }

    /** Answers what a record leaves open as the other one does. @return the names of the questions */
    List<String> fill(long record, long from) {
        var mine = answers(find(record));
        var theirs = answers(find(from));
        var open = mine.keySet().stream().filter(name -> mine.get(name).isEmpty() && !theirs.get(name).isEmpty()).toList();
        open.forEach(name -> mine.put(name, theirs.get(name)));
        if (!open.isEmpty()) {
            write(record, about(mine), "");
        }
        return open;
    }

    /** Takes answers back that were filled in from another record, unless the person has said something else since. */
    void takeBack(long record, long from, List<String> names) {
        var mine = answers(find(record));
        var theirs = answers(find(from));
        var unchanged = names.stream().filter(name -> mine.get(name).equals(theirs.get(name))).toList();
        unchanged.forEach(name -> mine.put(name, List.of()));
        if (!unchanged.isEmpty()) {
            write(record, about(mine), "");
        }
    }

    /** The answers by the names of their questions; an empty list is a question not answered. */
    private static Map<String, List<String>> answers(AboutPerson about) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("ethnicity", one(about.ethnicity()));
        answers.put("sex", one(about.sex()));
        answers.put("languages", about.wishes().languages());
        answers.put("contactBy", one(about.wishes().contactBy()));
        answers.put("meetAt", one(about.wishes().meetAt()));
        answers.put("specialist", one(about.wishes().specialist()));
        return answers;
    }

    private static AboutPerson about(Map<String, List<String>> answers) {
        return new AboutPerson(String.join("", answers.get("ethnicity")), String.join("", answers.get("sex")), new Wishes(answers.get("languages"),
                String.join("", answers.get("contactBy")), String.join("", answers.get("meetAt")), String.join("", answers.get("specialist"))));
    }

    private static List<String> one(String answer) {
        return answer.isEmpty() ? List.of() : List.of(answer);
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
