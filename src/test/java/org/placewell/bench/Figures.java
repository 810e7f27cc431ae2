package org.placewell.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a benchmark: printed, kept in {@code target/bench} and in a section of its own in the generated page. */
public final class Figures {

    private static final Path PAGE = Path.of("docs/generated/benchmarks.md");
    private static final String HEAD = "# Last figures\n\nWritten by `mvn -Pbench verify`; compare figures of one run only.\n";

    private Figures() {}

    /**
     * Writes one section, in place of the one that it had before.
     *
     * @param name short, small letters: the file's name
     * @param title of the section
     * @param figures what was measured, unit included, and how much it was
     */
    public static void write(String name, String title, Map<String, ?> figures) throws IOException {
        var table = new StringBuilder("\nOn " + Runtime.getRuntime().availableProcessors() + " processors, load average "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + " at the end.\n\n| what | figure |\n|---|---|\n");
        figures.forEach((what, figure) -> table.append("| ").append(what).append(" | ").append(figure).append(" |\n"));
        System.out.println(title + "\n" + table);
        Files.createDirectories(Path.of("target/bench"));
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(Path.of("target/bench", name + ".json").toFile(), figures);
        var sections = sections();
        sections.put(title, table.toString());
        var page = new StringBuilder(HEAD);
        sections.forEach((heading, text) -> page.append("\n## ").append(heading).append('\n').append(text));
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page);
    }

    private static Map<String, String> sections() throws IOException {
        var sections = new TreeMap<String, String>();
        if (Files.exists(PAGE)) {
            var parts = Files.readString(PAGE).split("\n## ");
            for (int i = 1; i < parts.length; i++) {
                int end = parts[i].indexOf('\n');
                sections.put(parts[i].substring(0, end), parts[i].substring(end + 1));
            }
        }
        return sections;
    }
}
