package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.FormReader;

@DisplayName("The forms offer exactly the codes that the room knows, in the same words")
class FormCodesTest {

    @Test
    @DisplayName("Reasons, needs and sources")
    void codes() throws IOException {
        var reasons = Arrays.stream(RejectionReason.values()).filter(RejectionReason::isForValidators)
                .map(reason -> new Option(reason.code(), reason.label())).toList();
        for (var form : List.of("reviewEvidence", "reviewDispute", "checkSample")) {
            assertThat(options(form, "rejectionReason")).as(form).isEqualTo(reasons);
        }
        assertThat(options("reviewEvidence", "needed"))
                .isEqualTo(Arrays.stream(NeededCode.values()).map(code -> new Option(code.code(), code.label())).toList());
        assertThat(options("addPaper", "obtainedFrom")).allSatisfy(option ->
                assertThat(ObtainedFrom.ofCode(option.value()).label()).isEqualTo(option.label())).hasSize(ObtainedFrom.values().length);
        assertThat(options("addPaper", "obtainedHow")).allSatisfy(option ->
                assertThat(ObtainedHow.ofCode(option.value()).label()).isEqualTo(option.label())).hasSize(ObtainedHow.values().length);
        assertThat(options("addPaper", "alternativeReason")).allSatisfy(option ->
                assertThat(AlternativeReason.ofCode(option.value()).label()).isEqualTo(option.label())).hasSize(AlternativeReason.values().length);
        assertThat(options("addPaper", "otherIncome"))
                .isEqualTo(Arrays.stream(IncomeKind.values()).filter(income -> income != IncomeKind.WAGES && income != IncomeKind.SELF_EMPLOYED_PROFIT)
                        .map(income -> new Option(EvidenceTypes.code(income), Character.toUpperCase(income.label().charAt(0)) + income.label().substring(1))).toList());
        assertThat(options("employerWish", "disclosure")).extracting(option -> Disclosure.ofCode(option.value())).containsExactly(Disclosure.values());
        assertThat(options("employerWish", "claimant")).extracting(option -> Claimant.ofCode(option.value())).containsExactly(Claimant.values());
        assertThat(options("addPaper", "employerBasis")).extracting(option -> EmployerBasis.ofCode(option.value()))
                .containsExactly(EmployerBasis.CONSENT, EmployerBasis.CLAIMANT);
    }

    private static List<Option> options(String form, String key) throws IOException {
        try (var file = FormCodesTest.class.getResourceAsStream("/forms/" + form + ".form")) {
            return FormReader.read(file).field(key).orElseThrow().options();
        }
    }
}
