package org.placewell.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Seals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlacewellTest
@DisplayName("Bank details of a release that kept them in plain digits")
class BankDetailsUpgradeTest {

    private static final String NAME = "placewell_upgrade";
    @Autowired FlywayConnectionDetails owner;
    @Autowired SealAccounts sealing;
    @Autowired Seals seals;
    @Autowired MovableClock clock;

    @Test
    @DisplayName("After the upgrade they are the same accounts, decided as they were, and no file of the database holds their digits")
    void upgraded() {
        clock.stopAt(java.time.LocalDate.of(2026, 6, 1));
        var admin = database("postgres", "postgres");
        admin.sql("drop database if exists " + NAME).update();
        admin.sql("create database " + NAME + " owner placewell_owner").update();
        migrate("161");
        var before = database(NAME, "postgres");
        before.sql("""
                set session_replication_role = replica;
                insert into payee_account (contract_ref, holder, sort_code, account_number, proposed_by, proposed_at, decided_by, decided_at, confirmed, usable_from)
                    values ('c', 'Office Ltd', '200415', '38290417', 'imran', '2026-03-01', 'lucy', '2026-03-02', true, '2026-03-09'),
                           ('c', 'Other Ltd', '309912', '71120934', 'imran', '2026-04-01', 'lucy', '2026-04-02', false, null),
                           ('c', 'Office Ltd', '200415', '55501123', 'imran', '2026-05-01', null, null, false, null);
                set session_replication_role = default;""").update();
        before.sql("checkpoint").update();
        assertThat(onDisk(before, "38290417")).as("in plain digits before").isTrue();

        migrate("latest");

        var accounts = new PayeeAccounts(seals, before, clock);
        assertThat(accounts.of("c")).extracting(PayeeAccount::holder, PayeeAccount::lastFour, PayeeAccount::decidedBy, PayeeAccount::confirmed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Office Ltd", "1123", null, false),
                        org.assertj.core.groups.Tuple.tuple("Other Ltd", "0934", "lucy", false), org.assertj.core.groups.Tuple.tuple("Office Ltd", "0417", "lucy", true));
        assertThat(accounts.usable("c").orElseThrow().lastFour()).isEqualTo("0417");
        assertThat(accounts.same(accounts.usable("c").orElseThrow().id(), "20-04-15", "38290417")).isTrue();
        assertThat(accounts.same(accounts.usable("c").orElseThrow().id(), "20-04-15", "38290418")).isFalse();
        assertThat(before.sql("select string_agg(p::text, ' ') from payee_account p").query(String.class).single())
                .doesNotContain("38290417", "71120934", "55501123", "200415");
        before.sql("checkpoint").update();
        for (var digits : new String[] {"38290417", "71120934", "55501123"}) {
            assertThat(onDisk(before, digits)).as(digits + " on disk").isFalse();
        }
    }

    private void migrate(String target) {
        // The grants name tables of later releases, so they come with the latest only.
        Flyway.configure().dataSource(url("placewell_owner", NAME), "placewell_owner", "").javaMigrations(sealing).target(target)
                .repeatableSqlMigrationPrefix(target.equals("latest") ? "R" : "none").load().migrate();
    }

    private static boolean onDisk(JdbcClient database, String digits) {
        return database.sql("select position(convert_to(?, 'UTF8') in pg_read_binary_file(pg_relation_filepath('payee_account'))) > 0").param(digits)
                .query(Boolean.class).single();
    }

    private JdbcClient database(String name, String user) {
        return JdbcClient.create(new DriverManagerDataSource(url(user, name), user, ""));
    }

    private String url(String user, String name) {
        return owner.getJdbcUrl().replaceFirst("/placewell(?=[?]|$)", "/" + name).replaceFirst("user=\\w+", "user=" + user);
    }
}
