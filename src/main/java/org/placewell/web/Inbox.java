package org.placewell.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that Placewell has written to a person. */
@Service
class Inbox {

    private static final int MOST = 100;
    private final JdbcClient jdbc;
    private final MessageSource words;
    private final MovableClock clock;

    Inbox(JdbcClient jdbc, MessageSource words, MovableClock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /** The newest hundred, newest first. */
    List<Letter> of(Actor actor) {
        return jdbc.sql("select id, template, case_ref, created_at, read_at, (select display_name from app_user u"
                        + " where u.username = stands_in_for) as whose, exists (select 1 from case_access a where a.username = message.username"
                        + " and a.referral_ref = message.case_ref) from message where username = ?"
                        + " order by created_at desc, id desc limit " + MOST)
                .param(actor.username())
                .query((row, n) -> new Letter(row.getLong(1), text(row.getString(2), row.getString(3)), row.getString(3),
                        row.getTimestamp(4).toInstant(), row.getTimestamp(5) != null, row.getString(6), row.getBoolean(7))).list();
    }

    /**
     * What colleagues for whom the person covers today had been told before, within 30 days, about the people covered for, and have not read yet:
     * the newest hundred, newest first. They stay unread for the colleague. What is older has been overtaken by what the record says.
     */
    List<Letter> leftUnread(Actor actor) {
        return jdbc.sql("""
                        select m.id, m.template, m.case_ref, m.created_at, u.display_name,
                               exists (select 1 from case_access a where a.username = :me and a.referral_ref = m.case_ref) as opens
                        from cover_now c join message m on m.username = c.specialist and m.read_at is null join app_user u on u.username = c.specialist
                        where c.cover = :me and m.created_at >= service_day() - 30 and exists (
                                select 1 from referral r join case_access a on a.referral_ref = r.ref and a.username = :me and a.role = 'SPECIALIST'
                                where r.team_id = c.team_id and r.specialist_username = c.specialist and r.ref in (m.case_ref,
                                    (select referral_ref from job where ref = m.case_ref), (select referral_ref from outcome_claim where ref = m.case_ref)))
                            and not exists (select 1 from message own where own.dedupe_key = m.dedupe_key || ':' || :me)
                        order by m.created_at desc, m.id desc limit :most""")
                .param("me", actor.username()).param("most", MOST)
                .query((row, n) -> new Letter(row.getLong(1), text(row.getString(2), row.getString(3)), row.getString(3),
                        row.getTimestamp(4).toInstant(), false, row.getString(5), row.getBoolean(6))).list();
    }

    /** How many the person has not marked as read. */
    long unread(Actor actor) {
        return jdbc.sql("select count(*) from message where username = ? and read_at is null").param(actor.username()).query(Long.class).single();
    }

    /** Marks everything up to the newest message shown as read. */
    @Transactional
    public void read(Actor actor, long upTo) {
        jdbc.sql("update message set read_at = ? where username = ? and id <= ? and read_at is null")
                .params(Timestamp.from(clock.instant()), actor.username(), upTo).update();
    }

    private String text(String template, String reference) {
        return words.getMessage("message." + template, new Object[] {reference}, "Something has happened to " + reference, Locale.UK);
    }

    /**
     * One message.
     *
     * @param whose the name of the colleague who is away and for whom the person covers; null for a message of one's own
     * @param opens whether the person may still open the case that it is about: cases move to colleagues and other teams
     */
    record Letter(long id, String text, String reference, Instant at, boolean read, String whose, boolean opens) {}
}
