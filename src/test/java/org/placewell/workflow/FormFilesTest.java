package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.workflow.form.FormReader;

class FormFilesTest {

    @Test
    @DisplayName("Every form file can be read, is named as its id, and asks only for things that exist")
    void readable() throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.list(Path.of("forms"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".form")).sorted().toList()) {
                try (var content = Files.newInputStream(file)) {
                    var form = FormReader.read(content);
                    if (!file.getFileName().toString().equals(form.id() + ".form")) {
                        faults.add(file + ": the id is " + form.id());
                    }
                    var keys = form.fields().stream().map(field -> field.key()).toList();
                    form.fields().stream().filter(field -> field.hide() != null && !keys.containsAll(field.hide().questions()))
                            .forEach(field -> faults.add(file + ": " + field.key() + " hangs on a question that is not asked"));
                } catch (IllegalArgumentException e) {
                    faults.add(file + ": " + e.getMessage());
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
