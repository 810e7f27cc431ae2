package org.placewell.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be told from the text of the sources. */
class SizesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    @DisplayName("Source files have at most 250 lines, tests 400")
    void sizes() throws IOException {
        assertThat(sources(MAIN).filter(file -> lines(file).size() > 250)).isEmpty();
        assertThat(sources(TEST).filter(file -> lines(file).size() > 400)).isEmpty();
    }

    @Test
    @DisplayName("A delegate's work is at most 15 lines")
    void delegates() throws IOException {
        var body = Pattern.compile("public void execute\\(DelegateExecution \\w+\\)[^{]*\\{(.*?)\\n    \\}", Pattern.DOTALL);
        var tooLong = sources(MAIN).filter(file -> {
            var found = body.matcher(text(file));
            return found.find() && found.group(1).lines().filter(line -> !line.isBlank()).count() > 15;
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("Every public type says what it is")
    void documented() throws IOException {
        var type = Pattern.compile("(?m)^public (?:final |abstract |sealed )*(?:class|interface|record|enum|@interface) ");
        var undocumented = sources(MAIN).filter(file -> {
            var text = text(file);
            var found = type.matcher(text);
            return found.find() && !text.substring(0, found.start()).contains("/**");
        });
        assertThat(undocumented).isEmpty();
    }

    @Test
    @DisplayName("No test is switched off, nothing is left to do without an owner")
    void nothingLeftBehind() throws IOException {
        var marks = Pattern.compile("@Disabled\\b|assumeTrue\\(|\\b(?:TODO|FIXME|XXX|HACK)\\b");
        var left = Stream.concat(sources(MAIN), sources(TEST)).filter(file -> !file.endsWith("SizesTest.java"))
                .filter(file -> marks.matcher(text(file)).find());
        assertThat(left).isEmpty();
    }

    @Test
    @DisplayName("No exception is caught and ignored")
    void noSilence() throws IOException {
        var silent = Pattern.compile("catch \\([^)]*\\) \\{\\s*(?://[^\\n]*\\s*)?\\}");
        assertThat(sources(MAIN).filter(file -> silent.matcher(text(file)).find())).isEmpty();
    }

    private static Stream<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList()).stream();
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
