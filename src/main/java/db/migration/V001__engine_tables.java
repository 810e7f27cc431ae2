package db.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Creates the engine's tables from the scripts in the engine's own jar, as the schema's owner: the application user has no DDL. */
public class V001__engine_tables extends BaseJavaMigration {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        for (var part : PARTS) {
            var script = new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
            ScriptUtils.executeSqlScript(context.getConnection(), new EncodedResource(script, StandardCharsets.UTF_8));
        }
    }
}
