package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.IncomeKind;

@DisplayName("The kinds of pay that the form offers")
class PayKindsTest {

    @Test
    @DisplayName("are exactly those that contracts know, wages first")
    void everyKind() throws IOException {
        var form = new ObjectMapper().readTree(new File("forms/recordEarnings.form"));
        var values = StreamSupport.stream(form.findParents("key").spliterator(), false).filter(field -> field.get("key").asText().equals("kind"))
                .findFirst().orElseThrow().get("values").findValuesAsText("value");
        assertThat(values.stream().map(Codes::constant).map(IncomeKind::valueOf)).containsExactlyElementsOf(Arrays.asList(IncomeKind.values()));
    }
}
