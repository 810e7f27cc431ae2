package org.placewell.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The import tables' SQL: every change of status is conditional. */
@Component
class IntakeStore {

    /** A file without its content, which is large; a file always has some, until it is emptied. */
    private static final String FILE = """
            select ref, name, status, uploaded_by, uploaded_at, confirmed_at, finished_at, octet_length(content) = 0 as emptied
            from intake_file f
            """;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    IntakeStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(String ref, String name, byte[] content, String kind, String hash, String by, Instant at) {
        jdbc.sql("""
                        insert into intake_file (ref, name, content, kind, hash, status, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, 'CHECKED', ?, ?)""")
                .params(ref, name, content, kind, hash, by, Timestamp.from(at)).update();
    }

    void insert(String ref, List<RowView> rows) {
        template.batchUpdate("insert into intake_row (file_ref, line, row_key, cells, status, problems, remarks, stage, decide_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(row -> new Object[] {ref, row.line(), row.rowKey(), array(cells(row.cells())), row.status().name(),
                    array(row.problems()), array(row.remarks()), row.stage() == null ? null : row.stage().name(), row.decideBy()}).toList());
    }

    private static SqlArrayValue array(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static List<String> cells(Map<Column, String> cells) {
        var all = new ArrayList<String>();
        for (var column : Column.values()) {
            all.add(cells.getOrDefault(column, ""));
        }
        return all;
    }

    /** The files of a person, newest first. */
    List<ImportView> of(String username) {
        return jdbc.sql(FILE + "where uploaded_by = ? order by uploaded_at desc, ref limit 50").param(username)
                .query(this::file).list();
    }

    Optional<ImportView> find(String ref) {
        return jdbc.sql(FILE + "where ref = ?").param(ref).query(this::file).optional();
    }

    /** The rows in any of the statuses, in the file's order. */
    List<RowView> rows(String ref, Collection<RowStatus> statuses, int limit) {
        return jdbc.sql("select * from intake_row where file_ref = :ref and status in (:statuses) order by line limit :limit")
                .param("ref", ref).param("statuses", statuses.stream().map(Enum::name).toList()).param("limit", limit).query(IntakeStore::row).list();
    }

    /** @return false when somebody was faster */
    boolean confirm(String ref, ImportStatus from, Instant at) {
        return jdbc.sql("update intake_file set status = 'CONFIRMED', confirmed_at = ?, finished_at = null where ref = ? and status = ?")
                .params(Timestamp.from(at), ref, from.name()).update() == 1;
    }

    boolean drop(String ref) {
        return jdbc.sql("update intake_file set status = 'DROPPED' where ref = ? and status = 'CHECKED'").param(ref).update() == 1;
    }

    /**
     * Files that are still full and were done before, or were given up, or have waited for a confirmation since before: the last are given
     * up now. Each stays locked until the transaction ends.
     */
    List<String> due(Instant before) {
        return jdbc.sql("""
                        update intake_file set status = case when status = 'CHECKED' then 'DROPPED' else status end
                        where octet_length(content) > 0 and (status = 'DONE' and finished_at < :before or status = 'DROPPED'
                            or status = 'CHECKED' and uploaded_at < :before) returning ref""")
                .param("before", Timestamp.from(before)).query(String.class).list();
    }

    /** Empties a file and its rows: whose rows were brought in stays with their referrals. */
    void empty(String ref) {
        jdbc.sql("update intake_file set content = '' where ref = ?").param(ref).update();
        jdbc.sql("""
                        update intake_row set cells = '{}', remarks = '{}', row_key = case when referral_ref is null then '' else row_key end
                        where file_ref = ?""").param(ref).update();
    }

    /** Makes the good rows ready, and of those to decide the ones named; the others are left out. */
    void ready(String ref, Collection<Integer> decided) {
        jdbc.sql("""
                        update intake_row set status = case when status = 'GOOD' or line = any (?) then 'READY' else 'LEFT_OUT' end
                        where file_ref = ? and status in ('GOOD', 'ASK')""")
                .params(new SqlArrayValue("int", decided.toArray()), ref).update();
    }

    /** The employers that the ready rows name, in one order for everybody. */
    List<String> employers(String ref) {
        return jdbc.sql("""
                        select distinct cells[:at] as name from intake_row where file_ref = :ref and status = 'READY' and length(cells[:at]) > 1
                        order by 1""").param("at", Column.EMPLOYER.ordinal() + 1).param("ref", ref).query(String.class).list();
    }

    /** How many rows go where, by where they stand. */
    Map<Stage, Map<RowStatus, Integer>> going(String ref) {
        var going = new EnumMap<Stage, Map<RowStatus, Integer>>(Stage.class);
        jdbc.sql("select stage, status, count(*) from intake_row where file_ref = ? and stage is not null group by 1, 2").param(ref)
                .query(row -> { going.computeIfAbsent(Stage.valueOf(row.getString(1)), stage -> new EnumMap<>(RowStatus.class))
                        .put(RowStatus.valueOf(row.getString(2)), row.getInt(3)); });
        return going;
    }

    /** Of the good rows to triage: how many are late on a day, the earliest referral among these, and how many look like somebody here. */
    Preview.ToTriage toTriage(String ref, LocalDate today) {
        return jdbc.sql("""
                        select count(*) filter (where decide_by < :today) as late, min(decide_by) as earliest,
                            count(*) filter (where remarks <> '{}') as alike
                        from intake_row where file_ref = :ref and stage = 'TO_TRIAGE' and status in ('GOOD', 'READY')""")
                .param("today", today).param("ref", ref)
                .query((row, n) -> new Preview.ToTriage(row.getInt("late"), row.getObject("earliest", LocalDate.class), row.getInt("alike"))).single();
    }

    /** The employment teams to whose triage rows of a file have gone, and how many to each. */
    Map<String, Integer> triageTeams(String ref) {
        var teams = new TreeMap<String, Integer>();
        jdbc.sql("""
                        select r.team_id, count(*) from intake_row i join referral r on r.ref = i.referral_ref
                        where i.file_ref = ? and i.stage = 'TO_TRIAGE' and i.status = 'DONE' group by 1""")
                .param(ref).query(row -> { teams.put(row.getString(1), row.getInt(2)); });
        return teams;
    }

    int again(String ref) {
        return jdbc.sql("update intake_row set status = 'READY', problems = '{}' where file_ref = ? and status = 'FAILED' and cells <> '{}'")
                .param(ref).update();
    }

    /** The file whose turn it is: the one confirmed first that has rows nobody else works on. */
    Optional<ImportView> next() {
        return jdbc.sql(FILE + "where status = 'CONFIRMED' order by confirmed_at, ref limit 1").query(this::file).optional();
    }

    /** So many ready rows that nobody else has, locked until the transaction ends. */
    List<RowView> claim(String ref, int most) {
        return jdbc.sql("""
                        select * from intake_row where file_ref = ? and status = 'READY' order by line limit ? for update skip locked""")
                .params(ref, most).query(IntakeStore::row).list();
    }

    /** One ready row, when nobody else has it. */
    Optional<RowView> claimOne(String ref, int line) {
        return jdbc.sql("select * from intake_row where file_ref = ? and line = ? and status = 'READY' for update skip locked").params(ref, line)
                .query(IntakeStore::row).optional();
    }

    void settle(String ref, int line, RowStatus to, String referralRef, List<String> problems) {
        jdbc.sql("update intake_row set status = ?, referral_ref = ?, problems = ? where file_ref = ? and line = ? and status = 'READY'")
                .params(to.name(), referralRef, array(problems), ref, line).update();
    }

    /** Closes the file once none of its rows is ready, whoever works on them. @return whether this call closed it */
    boolean finish(String ref, Instant at) {
        return jdbc.sql("""
                        update intake_file set status = 'DONE', finished_at = ? where ref = ? and status = 'CONFIRMED'
                        and not exists (select 1 from intake_row where file_ref = ? and status = 'READY')""")
                .params(Timestamp.from(at), ref, ref).update() == 1;
    }

    private ImportView file(ResultSet row, int n) throws SQLException {
        var ref = row.getString("ref");
        var counts = new EnumMap<RowStatus, Integer>(RowStatus.class);
        jdbc.sql("select status, count(*) from intake_row where file_ref = ? group by 1").param(ref)
                .query(each -> { counts.put(RowStatus.valueOf(each.getString(1)), each.getInt(2)); });
        return new ImportView(ref, row.getString("name"), ImportStatus.valueOf(row.getString("status")), row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(), instant(row.getTimestamp("confirmed_at")), instant(row.getTimestamp("finished_at")),
                row.getBoolean("emptied"), counts);
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static RowView row(ResultSet row, int n) throws SQLException {
        var cells = new EnumMap<Column, String>(Column.class);
        var texts = (String[]) row.getArray("cells").getArray();
        for (var column : Column.values()) {
            if (column.ordinal() < texts.length && !texts[column.ordinal()].isEmpty()) {
                cells.put(column, texts[column.ordinal()]);
            }
        }
        return new RowView(row.getInt("line"), row.getString("row_key"), cells, RowStatus.valueOf(row.getString("status")), texts(row, "problems"),
                texts(row, "remarks"), row.getString("referral_ref"),
                row.getString("stage") == null ? null : Stage.valueOf(row.getString("stage")), row.getObject("decide_by", LocalDate.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
