package org.placewell.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The transition tables of every status: drawn into the documentation, equal to the database's checks, sound in themselves. */
public class StatesTest {

    private static final Path FILE = Path.of("docs/generated/states.md");

    @Test
    @DisplayName("docs/generated/states.md shows the transition tables as they are")
    void documented() throws IOException {
        var text = new StringBuilder("# States\n\nEvery status and the moves it may make, drawn from the tables in the code. Regenerate with "
                + "`mvn test -Dtest=StatesTest -Dplacewell.generate=true`.\n");
        tables().forEach(table -> text.append("\n## ").append(table.type().getSimpleName()).append(" (").append(room(table)).append(")\n\n```mermaid\n")
                .append(table.mermaid()).append("```\n"));
        if (Boolean.getBoolean("placewell.generate")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE)).as("run with -Dplacewell.generate=true").isEqualTo(text.toString());
    }

    @Test
    @DisplayName("Every status can be reached from a beginning")
    void reachable() {
        tables().forEach(table -> {
            var reached = new TreeSet<>(names(table.starts().stream()));
            int before;
            do {
                before = reached.size();
                reached.addAll(names(Stream.of(table.type().getEnumConstants()).filter(status -> reached.contains(status.name()))
                        .flatMap(status -> next(table, status))));
            } while (reached.size() > before);
            assertThat(reached).as(table.type().getSimpleName()).isEqualTo(names(Stream.of(table.type().getEnumConstants())));
        });
    }

    @Test
    @DisplayName("The database's check of a status names exactly the statuses of one table in the code")
    void database() throws IOException {
        var checks = new java.util.HashSet<TreeSet<String>>();
        var check = Pattern.compile("check \\(status in \\(([^)]*)\\)\\)");
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                check.matcher(Files.readString(file)).results().forEach(found -> checks.add(Stream.of(found.group(1).split(","))
                        .map(name -> name.strip().replace("'", "")).collect(Collectors.toCollection(TreeSet::new))));
            }
        }
        tables().forEach(table -> assertThat(checks).as(table.type().getSimpleName()).contains(names(Stream.of(table.type().getEnumConstants()))));
    }

    private static <S extends Enum<S>> Stream<? extends Enum<?>> next(Transitions<S> table, Enum<?> status) {
        return table.next(Enum.valueOf(table.type(), status.name())).stream();
    }

    private static TreeSet<String> names(Stream<? extends Enum<?>> statuses) {
        return statuses.map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String room(Transitions<?> table) {
        return table.type().getPackageName().replace("org.placewell.", "");
    }

    /** Every table of moves in the code. */
    public static List<Transitions<?>> tables() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.placewell").stream()
                .filter(JavaClass::isEnum).flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Transitions.class)).map(StatesTest::table)
                .sorted(Comparator.comparing((Transitions<?> table) -> table.type().getName())).collect(Collectors.toList());
    }

    private static Transitions<?> table(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return (Transitions<?>) reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
