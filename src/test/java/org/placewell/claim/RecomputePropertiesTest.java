package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.claim.Explanations.Inputs;
import org.placewell.contract.RandomFacts;
import org.placewell.contract.RandomTerms;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;
import org.placewell.support.Trials;

@Tag("properties")
@DisplayName("What is stored with a claim")
class RecomputePropertiesTest {

    @Test
    @DisplayName("Inputs and decision come back from storage as they were; asked again, the calculator says the same in every part")
    void recompute() {
        Trials.run("recomputed equals stored", (random, seed) -> {
            var terms = RandomTerms.capped(new Random(Math.floorDiv(seed, 8)));
            var inputs = new Inputs(new RandomFacts(random).next(), uses(random));
            var text = write(inputs);
            var stored = read(text, Inputs.class);
            assertThat(stored).isEqualTo(inputs);
            assertThat(Explanations.hash(write(stored))).isEqualTo(Explanations.hash(text));
            for (var rule : terms.outcomes()) {
                var decision = Explanations.decide(terms, rule.code(), "1", inputs);
                var again = Explanations.decide(terms, rule.code(), "1", stored);
                assertThat(again).isEqualTo(decision);
                assertThat(read(write(decision), Decision.class)).isEqualTo(decision);
                assertThat(again.agreesWith(read(write(decision), Decision.class))).isTrue();
            }
        });
    }

    private static Uses uses(Random random) {
        var outcomes = new HashMap<String, Used>();
        var payers = new HashMap<String, Pence>();
        var payerCounts = new HashMap<String, Integer>();
        var months = new HashMap<YearMonth, Pence>();
        var monthCounts = new HashMap<YearMonth, Integer>();
        for (int i = random.nextInt(4); i > 0; i--) {
            outcomes.put("outcome-" + i, new Used(random.nextInt(20), Pence.of(random.nextInt(500_000))));
            payers.put("payer-" + i, Pence.of(random.nextInt(300_000)));
            payerCounts.put("payer-" + i, random.nextInt(30));
            months.put(YearMonth.of(2024, 1 + random.nextInt(12)), Pence.of(random.nextInt(200_000)));
            monthCounts.put(YearMonth.of(2025, 1 + random.nextInt(12)), random.nextInt(9));
        }
        var claimed = random.nextBoolean() ? List.<Claimed>of()
                : List.of(new Claimed("outcome-" + random.nextInt(4), "1", random.nextBoolean(), random.nextBoolean() ? null : YearMonth.of(2024, 3).atDay(5)));
        return new Uses(random.nextInt(40), random.nextBoolean(), outcomes, random.nextBoolean() ? payers : Map.of(), payerCounts, months, monthCounts, claimed);
    }

    private static String write(Object value) {
        try {
            return Explanations.JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return Explanations.JSON.readValue(text, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
