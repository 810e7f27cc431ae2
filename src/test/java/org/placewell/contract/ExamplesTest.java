package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.shared.Pence;

@DisplayName("The worked examples of the contracts")
class ExamplesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void example(String contract, Example example) {
        var decision = Calculator.decide(TestTerms.inForce(contract, example.facts().referredOn()), example.outcome(), example.facts(), example.uses());

        assertThat(decision.kind()).as(decision.text()).isEqualTo(Kind.valueOf(example.kind()));
        if (!example.amount().isBlank()) {
            assertThat(decision.amount()).isEqualTo(Pence.parse(example.amount()));
        }
        assertThat(day(decision)).as(decision.text()).isEqualTo(Example.date(example.day()));
        assertThat(decision.text()).contains(example.says());
        assertThat(Pence.of(decision.shares().stream().mapToLong(share -> share.amount().amount()).sum())).isEqualTo(decision.amount());
    }

    /** The day an example speaks of: reached when payable, earliest while not yet. */
    private static java.time.LocalDate day(Decision decision) {
        return switch (decision.kind()) {
            case PAYABLE -> decision.windowTo();
            case NOT_YET -> decision.earliest();
            case NEVER -> null;
        };
    }

    static Stream<Arguments> examples() {
        return TestTerms.contracts().stream().flatMap(contract -> examples(contract).map(example -> Arguments.of(contract, example)));
    }

    private static Stream<Example> examples(String contract) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).setCommentMarker('#').get();
        try (var in = new InputStreamReader(ExamplesTest.class.getResourceAsStream("/contracts/" + contract + "/examples.csv"), StandardCharsets.UTF_8);
                var parser = format.parse(in)) {
            return parser.getRecords().stream().map(Example::of).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
