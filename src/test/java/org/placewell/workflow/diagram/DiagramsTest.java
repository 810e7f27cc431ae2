package org.placewell.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xml.sax.InputSource;

class DiagramsTest {

    static final java.util.List<String> KEYS = Diagrams.KEYS;
    private static final Path PICTURES = Path.of("docs/generated/diagrams");
    private final Diagrams diagrams = new Diagrams();

    @ParameterizedTest
    @FieldSource("KEYS")
    @DisplayName("The picture in the documentation is the one the model gives")
    void documented(String key) throws IOException {
        var file = PICTURES.resolve(key + ".svg");
        var picture = diagrams.document(key);
        if (Boolean.getBoolean("placewell.generate")) {
            Files.createDirectories(PICTURES);
            Files.writeString(file, picture);
        }
        assertThat(Files.readString(file)).as("run with -Dplacewell.generate=true and look at the picture").isEqualTo(picture);
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    @DisplayName("The picture is well-formed, with a title and a description")
    void wellFormed(String key) throws Exception {
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(diagrams.document(key)))).getDocumentElement();
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("It can end as:");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(diagrams.diagram(key).name());
    }

    @Test
    @DisplayName("Counts and the place of a case are drawn, and said in words")
    void marks() {
        var picture = diagrams.svg("waiting-list", new Marks(Map.of("waiting", "1,204"), Set.of("respondToOffer")));
        assertThat(picture).contains("Waiting for a place: 1,204 here now", "Record the person's answer: the case is here", "class=\"badge\"",
                "class=\"here\"");
    }
}
