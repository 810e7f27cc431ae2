package org.placewell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data dictionary: every column of ours has a sensitivity class, and the printed page says what the list says. */
@PlacewellTest
class DictionaryTest {

    private static final Path LIST = Path.of("docs/data-dictionary.csv");
    private static final Path PAGE = Path.of("docs/generated/data-dictionary.md");
    private static final Set<String> CLASSES = Set.of("PUBLIC", "INTERNAL", "STAFF", "MONEY", "PERSONAL", "HEALTH", "SECRET");

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Every column of every table of ours has a sensitivity class, and no column is listed that does not exist")
    void complete() throws IOException {
        var columns = new TreeSet<>(jdbc.sql("""
                        select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p') and a.attnum > 0 and not a.attisdropped
                        and c.relname not like 'act\\_%' and c.relname <> 'flyway_schema_history'""").query(String.class).list());
        var listed = new TreeSet<String>();
        for (var row : rows()) {
            assertThat(CLASSES).contains(row.get(2));
            assertThat(listed.add(row.get(0) + "." + row.get(1))).as("twice: " + row).isTrue();
        }
        assertThat(columns).as("listed and real columns").isEqualTo(listed);
    }

    @Test
    @DisplayName("docs/generated/data-dictionary.md is up to date; -Dplacewell.generate=true writes it")
    void page() throws IOException {
        var tables = new TreeMap<String, StringBuilder>();
        for (var row : rows()) {
            tables.computeIfAbsent(row.get(0), table -> new StringBuilder("\n## " + table + "\n\n| column | class | meaning |\n|---|---|---|\n"))
                    .append("| ").append(row.get(1)).append(" | ").append(row.get(2)).append(" | ").append(row.get(3)).append(" |\n");
        }
        var page = """
                # Data dictionary

                Generated from `docs/data-dictionary.csv`. The engine's own tables (`act_*`) hold references, decisions and dates only.
                Classes: PUBLIC; INTERNAL (how the work runs, no person's details); STAFF (who did it); MONEY; PERSONAL (about the person
                referred); HEALTH (special category: clinician, specialist and team leader of the case only); SECRET (never shown).
                """ + String.join("", tables.values());
        if (Boolean.getBoolean("placewell.generate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(Files.newBufferedReader(LIST))) {
            return parser.getRecords();
        }
    }
}
