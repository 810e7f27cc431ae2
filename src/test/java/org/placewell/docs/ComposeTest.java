package org.placewell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml, as far as it can be checked without an engine that runs it. */
class ComposeTest {

    private static final Path FILE = Path.of("docker-compose.yml");

    @Test
    @DisplayName("The compose file fits the Compose specification, as far as our subset of its schema goes")
    void schema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(getClass().getResourceAsStream("/compose-schema.json"));
        assertThat(schema.validate(compose())).isEmpty();
    }

    @Test
    @DisplayName("Everything a service refers to is there: services, networks, volumes, files")
    void references() throws IOException {
        var compose = compose();
        var services = new ArrayList<String>();
        compose.path("services").fieldNames().forEachRemaining(services::add);
        assertThat(services).containsExactlyInAnyOrder("database", "node-one", "node-two", "proxy");
        for (var service : compose.path("services")) {
            service.path("depends_on").fieldNames().forEachRemaining(name -> assertThat(services).contains(name));
            service.path("networks").forEach(network -> assertThat(compose.path("networks").has(network.asText())).isTrue());
            for (var volume : service.path("volumes")) {
                var source = volume.asText().split(":")[0];
                assertThat(source.startsWith("./") ? Files.exists(Path.of(source)) : compose.path("volumes").has(source)).as(source).isTrue();
            }
        }
    }

    @Test
    @DisplayName("No password is written into the compose file, and both nodes are the same")
    void secrets() throws IOException {
        for (var service : compose().path("services")) {
            service.path("environment").fields().forEachRemaining(variable -> {
                if (variable.getKey().contains("PASSWORD")) {
                    assertThat(variable.getValue().asText()).as(variable.getKey()).startsWith("${").contains(":?");
                }
            });
        }
        assertThat(compose().at("/services/node-one")).isEqualTo(compose().at("/services/node-two"));
    }

    /** SnakeYAML resolves anchors and merge keys, as compose does. */
    private static JsonNode compose() throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().<Map<String, Object>>load(Files.readString(FILE)));
    }
}
