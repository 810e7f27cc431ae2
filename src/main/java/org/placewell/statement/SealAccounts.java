package org.placewell.statement;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.placewell.security.Seals;
import org.springframework.stereotype.Component;

/** Seals the bank details that earlier releases kept in plain digits: a migration, because the key is the program's alone. */
@Component
class SealAccounts implements JavaMigration {

    private final Seals seals;

    SealAccounts(Seals seals) {
        this.seals = seals;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("163");
    }

    @Override
    public String getDescription() {
        return "seal bank details";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** The guard of the table lets nothing but decisions through, so it looks away for this one step. */
    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var plain = connection.createStatement(); var update = connection.prepareStatement("update payee_account set sealed = ? where id = ?")) {
            plain.execute("alter table payee_account disable trigger payee_account_decision");
            try (var rows = plain.executeQuery("select id, sort_code, account_number from payee_account where sealed is null")) {
                while (rows.next()) {
                    update.setString(1, seals.seal(PayeeAccounts.digits(rows.getString(2), rows.getString(3))));
                    update.setLong(2, rows.getLong(1));
                    update.addBatch();
                }
            }
            update.executeBatch();
            plain.execute("alter table payee_account enable trigger payee_account_decision");
        }
    }
}
