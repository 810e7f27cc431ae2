package org.placewell.workflow.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of migrations and of their cases. */
@Component
class MigrationStore {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    MigrationStore(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The process instances that run on a version, oldest first. */
    List<String> running(String definition) {
        return jdbc.sql("select id_ from act_ru_execution where parent_id_ is null and proc_def_id_ = ? order by id_").param(definition)
                .query(String.class).list();
    }

    boolean goesOn(String process) {
        return jdbc.sql("select count(*) from model_migration where process_key = ? and status in ('RUNNING', 'UNDOING')").param(process)
                .query(Long.class).single() > 0;
    }

    long begin(String process, int from, int to, Mapping mapping, String reason, String source, String username) {
        long id;
        try {
            id = jdbc.sql("""
                            insert into model_migration (process_key, from_version, to_version, mappings, reason, status, started_by, started_at)
                            values (?, ?, ?, ?, ?, 'RUNNING', ?, ?) returning id""")
                    .params(process, from, to, mapping.text(), reason, username, now()).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw (Problem) new Problem.Stale("Cases of this model are being moved already: wait until that has ended").initCause(e);
        }
        jdbc.sql("""
                        insert into model_migration_case (migration_id, process_instance, case_ref, status, changed_at)
                        select ?, id_, coalesce(business_key_, ''), 'WAITING', ? from act_ru_execution where parent_id_ is null and proc_def_id_ = ?""")
                .params(id, now(), source).update();
        return id;
    }

    boolean undo(long id, String username) {
        return jdbc.sql("""
                        update model_migration set status = 'UNDOING', undone_by = ?, ended_at = null where id = ? and status = 'DONE'
                            and exists (select 1 from model_migration_case where migration_id = id and status = 'MOVED')""")
                .params(username, id).update() == 1;
    }

    /** The migrations with cases still to be moved, one way or the other. */
    List<Long> unfinished() {
        return jdbc.sql("select id from model_migration where status in ('RUNNING', 'UNDOING') order by id").query(Long.class).list();
    }

    /** Cases whose turn it is; those that another node has in hand are left out. */
    List<String> next(long id, CaseStatus status, int limit) {
        return jdbc.sql("select process_instance from model_migration_case where migration_id = ? and status = ? order by process_instance limit ?")
                .params(id, status.name(), limit).query(String.class).list();
    }

    /** How many cases still have their turn before them. */
    long left(long id) {
        return jdbc.sql("""
                        select count(*) from model_migration_case c join model_migration m on m.id = c.migration_id
                        where m.id = ? and c.status = case m.status when 'RUNNING' then 'WAITING' else 'MOVED' end""").param(id).query(Long.class).single();
    }

    /** Takes one case for this transaction; empty when another node has it or has dealt with it. */
    Optional<String> take(long id, String processInstance, CaseStatus status) {
        return jdbc.sql("""
                        select stood_at from model_migration_case where migration_id = ? and process_instance = ? and status = ?
                        for update skip locked""").params(id, processInstance, status.name()).query(String.class).optional();
    }

    void set(long id, String processInstance, CaseStatus status, String stoodAt, String note) {
        jdbc.sql("update model_migration_case set status = ?, stood_at = ?, note = ?, changed_at = ? where migration_id = ? and process_instance = ?")
                .params(status.name(), stoodAt, note.length() > 1000 ? note.substring(0, 1000) : note, now(), id, processInstance).update();
    }

    void end(long id) {
        jdbc.sql("""
                        update model_migration set status = case status when 'RUNNING' then 'DONE' else 'UNDONE' end, ended_at = ?
                        where id = ? and status in ('RUNNING', 'UNDOING')""").params(now(), id).update();
    }

    Optional<Report> report(long id) {
        return jdbc.sql("select * from model_migration where id = ?").param(id).query(this::row).optional();
    }

    List<Report> recent() {
        return jdbc.sql("select * from model_migration order by id desc limit 50").query(this::row).list();
    }

    private Report row(ResultSet r, int n) throws SQLException {
        long id = r.getLong("id");
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        jdbc.sql("select status, count(*) from model_migration_case where migration_id = ? group by 1").param(id)
                .query(line -> {
                    counts.put(CaseStatus.valueOf(line.getString(1)), line.getLong(2));
                });
        var notes = jdbc.sql("""
                        select case_ref, status, note from model_migration_case where migration_id = ? and note <> ''
                        order by case_ref, process_instance limit 200""").param(id)
                .query((line, i) -> new Report.Note(line.getString(1), CaseStatus.valueOf(line.getString(2)), line.getString(3))).list();
        var ended = r.getTimestamp("ended_at");
        return new Report(id, r.getString("process_key"), r.getInt("from_version"), r.getInt("to_version"), Mapping.of(r.getString("mappings")),
                r.getString("reason"), r.getString("status"), r.getString("started_by"), r.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(), r.getString("undone_by"), counts, notes);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
