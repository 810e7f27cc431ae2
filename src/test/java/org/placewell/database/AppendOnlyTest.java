package org.placewell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables that only grow: read from the database's own catalogue, so that a new one is not forgotten. */
@PlacewellTest
class AppendOnlyTest {

    private static final String GROWING = """
            select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where p.proname = 'refuse_change' and t.tgtype & 8 = 8 and t.tgtype & 16 = 16""";
    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("A table whose rows are never changed cannot be emptied either")
    void emptied() {
        var open = jdbc.sql("select g.relname from (" + GROWING + """
                ) g where not exists (select 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                    where c.relname = g.relname and p.proname = 'refuse_change' and t.tgtype & 32 = 32) order by 1""").query(String.class).list();
        assertThat(open).isEmpty();
    }

    @Test
    @DisplayName("The application's database user may only read such a table and add to it")
    void grants() {
        var open = jdbc.sql("select g.relname || ' ' || p from (" + GROWING + """
                ) g cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p where has_table_privilege('placewell_app', 'public.' || g.relname, p)
                order by 1""").query(String.class).list();
        assertThat(open).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, not {2}")
    @CsvSource({"specialist_leave, ended_by ended_on, until_day", "model_migration, ended_at status undone_by, reason", "model_migration_case, changed_at note status stood_at, case_ref",
        "intake_file, confirmed_at content finished_at status, hash", "intake_row, cells problems referral_ref remarks row_key status, line",
        "job_application, recorded_at recorded_by status status_on, employer_id"})
    @DisplayName("A row that goes on being written changes in named columns only and is never removed")
    void named(String table, String columns, String other) {
        assertThat(jdbc.sql("""
                        select column_name from information_schema.column_privileges where grantee = 'placewell_app' and table_name = ?
                            and privilege_type = 'UPDATE' order by 1""").param(table).query(String.class).list()).containsExactly(columns.split(" "));
        for (var way : List.of("delete from " + table, "truncate " + table + " cascade", "update " + table + " set " + other + " = " + other)) {
            assertThatThrownBy(() -> jdbc.sql(way).update()).as(way).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(jdbc.sql("""
                        select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                        where c.relname = ? and p.proname = 'refuse_change' and (t.tgtype & 8 = 8 or t.tgtype & 32 = 32)""")
                .param(table).query(Integer.class).single()).as("not by the owner either").isEqualTo(2);
    }

    @Test
    @DisplayName("Who handed a task to whom, and every record of what people decided, only grows")
    void known() {
        assertThat(jdbc.sql(GROWING).query(String.class).list()).containsAll(List.of("audit_event", "referral_event", "referral_consent", "waiting_jump",
                "waiting_outreach", "task_move", "approval", "journal", "posting", "payment_instruction", "claim_participant", "evidence_review",
                "variation_look", "person_former_contact"));
    }
}
