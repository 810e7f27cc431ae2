package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Terms;

@DisplayName("A file that continues a contract")
class SuccessionTest {

    private static final String REF = "mhep-enfield";
    private static final String ONE = TestTerms.file(REF);
    private static final LocalDate LATER = LocalDate.of(2021, 7, 1);
    private static final String TWO = ONE + version(LATER);

    @Test
    @DisplayName("holds the versions of today unchanged and one new one, from today on or later")
    void right() {
        assertThat(mistakes(TWO, LATER)).isEmpty();
        assertThat(mistakes(TWO, LATER.minusYears(1))).isEmpty();
        assertThat(mistakes(TWO, LATER.plusDays(1))).containsExactly("The new version takes effect on 2021-07-01, which has passed");
    }

    @Test
    @DisplayName("is for the contract it is sent to: otherwise that is said and nothing more")
    void another() {
        assertThat(new Succession("mhep-shropshire", LATER, 7, TestTerms.readAll(ONE)::get).check(TestTerms.readAll(TWO)))
                .extracting(Mistake::message)
                .containsExactly("The file is for contract 'mhep-enfield', not for 'mhep-shropshire'");
    }

    @Test
    @DisplayName("has neither no new version nor two; both numbers are said")
    void number() {
        assertThat(mistakes(ONE, LATER)).containsExactly("The file has 1 versions. It must have the 1 of today and one new version at the end");
        assertThat(mistakes(TWO + version(LATER.plusDays(1)), LATER))
                .containsExactly("The file has 3 versions. It must have the 1 of today and one new version at the end");
        assertThat(new Succession(REF, LATER, 3, number -> TestTerms.readAll(TWO).get(number - 1)).check(TestTerms.readAll(TWO)))
                .extracting(Mistake::message).containsExactly("The file has 2 versions. It must have the 3 of today and one new version at the end");
    }

    @Test
    @DisplayName("changes no rule of a version that was activated: each that differs is named by its number")
    void unchanged() {
        var dearer = ONE.replace("£720", "£721");
        assertThat(dearer).isNotEqualTo(ONE);
        assertThat(mistakes(dearer + version(LATER), LATER))
                .containsExactly("Version 1 is not as it was activated. Leave it as it is and add a version at the end");
        var three = TWO + version(LATER.plusYears(1));
        var known = TestTerms.readAll(TWO);
        var text = ONE + version(LATER).replace("£720", "£721") + version(LATER.plusYears(1));
        assertThat(new Succession(REF, LATER, 2, number -> known.get(number - 1)).check(TestTerms.readAll(three))).isEmpty();
        assertThat(new Succession(REF, LATER, 2, number -> known.get(number - 1)).check(TestTerms.readAll(text))).extracting(Mistake::message)
                .containsExactly("Version 2 is not as it was activated. Leave it as it is and add a version at the end");
    }

    @Test
    @DisplayName("may word its title anew and name a payer who joins later; a payer who was there stays")
    void words() {
        var title = TestTerms.read(ONE).title();
        assertThat(mistakes(TWO.replace(title, "Another title"), LATER)).isEmpty();
        var id = TestTerms.read(ONE).payers().get(0).id();
        var joined = TWO.replaceFirst("(?s)( *)- (\\{ *id: " + id + ")", "$1- { id: joined, name: Joined Later }\n$1- $2");
        assertThat(TestTerms.read(joined).payers()).hasSize(TestTerms.read(ONE).payers().size() + 1);
        assertThat(mistakes(joined, LATER)).isEmpty();
        List<Terms> with = TestTerms.readAll(joined);
        assertThat(new Succession(REF, LATER, 1, number -> with.get(0)).check(TestTerms.readAll(TWO))).extracting(Mistake::message)
                .containsExactly("Version 1 is not as it was activated. Leave it as it is and add a version at the end");
    }

    private static List<String> mistakes(String file, LocalDate today) {
        var stored = TestTerms.readAll(ONE);
        return new Succession(REF, today, 1, number -> stored.get(number - 1)).check(TestTerms.readAll(file)).stream().map(Mistake::message).toList();
    }

    /** The first version once more, from another day on. */
    private static String version(LocalDate from) {
        return ONE.substring(ONE.indexOf("  - effective:")).replace("2020-04-01", from.toString());
    }
}
