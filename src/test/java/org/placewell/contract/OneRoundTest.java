package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.support.Trials;

@Tag("properties")
@DisplayName("Mistakes of shape and of sense in one round")
class OneRoundTest {

    private static final String GOOD = TestTerms.file("mhep-haringey-barnet");
    private static final int SHARE_OF_CASES = 40;
    private static final Pattern VALUE = Pattern.compile("(?<=: )(?![>|&*])[^\\s,{}\\[\\]][^,{}\\[\\]\n]*|(?<=: )\\[[^\\]\n]*]|(?<=: )\\{[^}\n]*}");
    private static final Pattern KEY = Pattern.compile("(?<=[ {])([a-z][a-z-]*)(?=:( |\n))");
    private static final Set<String> KEYS = keys();

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            illustrative: true      | ilustrative: true      | shares: { haringey: 40%,      | shares: { haringey: 41%,       | The shares of Job start add up to 101%, not to 100%
            title: Engagement       | tittle: Engagement     | shares: { haringey: 40%,      | shares: { harringey: 40%,      | There is no payer 'harringey'. The payers are barnet, haringey, lcf
            people: 985             | people: many           | id: barnet                    | id: haringey                   | There are two payers 'haringey'. Give each its own id
            once-per: referral      | once-per: year         | within: 13                    | within: 12                     | asks for 13 weeks within 12
            people: 985             | people: many           | { below: 16,                  | { below: 17,                   | overlap from 16 hours
            people: 985             | people: many           | { below: 16,                  | { below: 15,                   | leave out 15 hours up to 16
            triage: 5 working days  | triage: soon           | effective: 2019-04-01         | effective: 2019-02-30          | There is no day 2019-02-30 in the calendar
            trial: false            | trial: perhaps         | sample: 1 in 10               | sample: none\\n    sampling: none | is said twice
            people: 985             | people: many           | trial: false                  | trial: true\\n    allocation: { support: 2, usual-care: 1, blocks: [4], follow-up: 12 months } | must be a multiple of 3
            trial: false            | trial: false\\n    trial: false | instead-of: sustained-under-16h | instead-of: sustained-under-16 | There is no other outcome 'sustained-under-16'
            """)
    @DisplayName("A part whose shape is right is judged although another part is written wrongly")
    void both(String right, String wrongShape, String sound, String senseless, String message) {
        var text = change(change(GOOD, right, wrongShape), sound, senseless);

        var mistakes = TermsReader.read(text).mistakes();

        assertThat(mistakes).extracting(Mistake::message).anyMatch(one -> one.contains(message));
        assertThat(mistakes).allMatch(mistake -> mistake.line() > 1 && mistake.column() > 1).hasSizeGreaterThan(1);
        assertThat(TermsReader.read(change(GOOD, right, wrongShape)).mistakes()).extracting(Mistake::message)
                .as("without the mistake in sense").isNotEmpty().noneMatch(one -> one.contains(message));
    }

    @Test
    @DisplayName("The same word misspelt in every outcome hides nothing that is wrong with what they share; one like a key that is missing does")
    void misspeltThroughout() {
        var shares = GOOD.replace("shares: { haringey: 40%,", "shares: { haringey: 41%,");
        assertThat(TermsReader.read(shares.replace("illustrative: true", "ilustrative: true")).mistakes()).extracting(Mistake::message)
                .contains("The shares of Engagement add up to 101%, not to 100%", "'ilustrative' is not known here. Check the spelling and the indentation");
        var sampling = GOOD.replace("sample: 1 in 10", "smaple: 1 in 10");
        assertThat(TermsReader.read(sampling).mistakes()).containsExactlyInAnyOrderElementsOf(shape(sampling));
        assertThat(TermsReader.read(GOOD.replace("sample: 1 in 10", "zebra: 1 in 10")).mistakes()).extracting(Mistake::message)
                .anyMatch(one -> one.startsWith("Say how paid claims are checked again"));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            shares: { haringey: 40%, barnet: 40%, lcf: 20% } | shares: { haringey: 40%, barnet: 40%, lcf: most }
            id: lcf                  | id: L C F
            { below: 16, measured: on-average } | { below: 8, measured: now and then }
            sample: 1 in 10          | sample: ten
            engagement:              | engagement: 7\\n      other:
            """)
    @DisplayName("Nothing is held against a part because of another one that cannot be read")
    void noEcho(String right, String wrong) {
        var text = change(GOOD, right, wrong);

        assertThat(TermsReader.read(text).mistakes()).containsExactlyInAnyOrderElementsOf(shape(text)).isNotEmpty();
    }

    @Test
    @DisplayName("A file that makes sense, broken at random in up to three places: only what is broken is told")
    void onlyWhatIsBroken() {
        var contracts = TestTerms.contracts();
        Trials.run("broken terms", Trials.cases() / SHARE_OF_CASES, (random, seed) -> {
            var text = random.nextInt(3) == 0 ? RandomTerms.text(random) : TestTerms.file(contracts.get(random.nextInt(contracts.size())));
            for (int i = 0, places = 1 + random.nextInt(3); i < places; i++) {
                text = broken(text, random);
            }

            var mistakes = TermsReader.read(text).mistakes();

            assertThat(mistakes).as(text).containsExactlyInAnyOrderElementsOf(shape(text));
        });
    }

    private static Set<Mistake> shape(String text) {
        var tree = YamlTree.of(text);
        var mistakes = new HashSet<>(tree.mistakes());
        if (tree.root() != null) {
            TermsSchema.faults(tree).forEach(fault -> mistakes.add(fault.mistake()));
        }
        return mistakes;
    }

    /** One value replaced by a sign that says nothing, or one key that the language knows by one that it does not. */
    private static String broken(String text, Random random) {
        boolean key = random.nextBoolean();
        var places = (key ? KEY : VALUE).matcher(text).results().filter(found -> !key || KEYS.contains(found.group())).toList();
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + (key ? "zz-" + place.group() : "'?!'") + text.substring(place.end());
    }

    private static String change(String text, String from, String to) {
        var changed = text.replaceFirst(Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to.replace("\\n", "\n")));
        assertThat(changed).isNotEqualTo(text);
        return changed;
    }

    /** Every key of the language; those that people choose themselves (payers, outcomes, fees) are not among them. */
    private static Set<String> keys() {
        try {
            var keys = new HashSet<String>();
            var open = new ArrayList<JsonNode>(List.of(new ObjectMapper().readTree(TestTerms.resourceText("/contracts/terms.schema.json"))));
            while (!open.isEmpty()) {
                var node = open.remove(open.size() - 1);
                node.path("properties").fieldNames().forEachRemaining(keys::add);
                node.forEach(open::add);
            }
            return keys;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
