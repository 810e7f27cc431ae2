package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;

@DisplayName("Every payment rule as a sentence")
class SentencesTest {

    private static final Path KEPT = Path.of("src/test/resources/sentences.txt");

    @Test
    @DisplayName("The sentences are the ones that were read and agreed; after a change of terms read target/sentences.txt and copy it over them")
    void asAgreed() throws IOException {
        var contracts = TestTerms.contracts().stream().map(TestTerms::of);
        var written = Stream.concat(contracts, Stream.of(TestTerms.resource("/everything.yaml"), TestTerms.resource("/windows.yaml"))).map(SentencesTest::sentences)
                .collect(Collectors.joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/sentences.txt"), written);
        assertThat(written).isEqualTo(Files.readString(KEPT));
    }

    private static String sentences(Terms terms) {
        return terms.outcomes().stream().map(rule -> terms.key() + " " + rule.code() + "\n" + Sentences.of(terms, rule) + "\n")
                .collect(Collectors.joining("\n"));
    }
}
