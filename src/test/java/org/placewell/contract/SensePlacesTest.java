package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Senseless terms are found in every place where they can stand, and nowhere else")
class SensePlacesTest {

    private static final String WINDOWS = TestTerms.resourceText("/windows.yaml");
    private static final String EVERYTHING = TestTerms.resourceText("/everything.yaml");
    private static final String TRIAL = EVERYTHING.replace("trial: true\n",
            "trial: true\n    allocation: { support: 1, usual-care: 1, blocks: [ 4, 6 ], follow-up: 12 months }\n");

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            payers: { fund: £5000 }     | payers: { found: £5000 }               | There is no payer 'found'. The payers are first, fund, second
            { fund: £60, first: 50%,    | { found: £60, first: 50%,              | There is no payer 'found'
            second: 33.33%, fund: 33.33% | second: 33.33%, fund: 33.34%          | The shares of management add up to 100.01%, not to 100%
            after: 4, pays: £200        | after: 4, pays: £59.99                 | The fixed shares of Job start add up to £60, more than the price of £59.99
            within: 100 days,           | within: 100 days after strat,          | 'strat' is neither referral
            within: 100 days, hours-per-week: any | within: 100 days, hours-per-week: { from: 8, below: 8, measured: every-week } | No hours per week are in the band of '60 days in all'
            within: 100 days, hours-per-week: any | within: 100 days, hours-per-week: { from: 8, measured: on-average } | counts days: its hours are measured every-week
            at: 2 months after referral | at: 2 months after strat               | 'strat' is neither referral
            at: 2 months after referral | at: 2 months after better              | 'Confidence' counts from itself
            blocks: [ 4, 6 ]            | blocks: [ 4, 5 ]                       | A block of 5 cannot hold the ratio: its size must be a multiple of 2
            """)
    void everything(String known, String wrong, String message) {
        assertThat(messages(TRIAL)).isEmpty();
        told(TRIAL, known, wrong, message);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { count: 4, within: 4, hours-per-week: any, return | { count: 4, within: 4, hours-per-week: { from: 8, below: 8, measured: every-week }, return | No hours per week are in the band of 'Job kept'
            provisional: [ signed-client-declaration ] | provisional: [ payslip ]     | 'payslip' is preferred and provisional at the same time
            once-per: referral\\n        shown-by: { preferred: [ payslip ] }\\n        claim-within: 90 days | instead-of: start\\n        once-per: referral\\n        shown-by: { preferred: [ payslip ] }\\n        claim-within: 90 days | An outcome that is paid once in so many months cannot stand instead of another one
            """)
    void windows(String known, String wrong, String message) {
        told(WINDOWS, known, wrong, message);
    }

    @Test
    @DisplayName("The code of a part belongs to the outcome that is paid in parts")
    void partCode() {
        var mistakes = TermsReader.read(WINDOWS.replace("      kept:\n", "      sustained-part-9:\n")).mistakes();
        assertThat(mistakes).extracting(Mistake::message)
                .containsExactly("The code 'sustained-part-…' stands for a part of this outcome. Give the other outcome another code");
    }

    @Test
    @DisplayName("Shares that every outcome overrides still have to add up, told once at the version's own")
    void unusedShares() {
        var one = OneRule.text("vocational-profile: completed", "shared: { first: 100% }");
        assertThat(TermsReader.read(one).mistakes()).isEmpty();
        var wrong = TermsReader.read(one.replace("shares: { first: 33.33%", "shares: { first: 33.32%")).mistakes();
        assertThat(wrong).extracting(Mistake::message).containsExactly("The shares of this version add up to 99.99%, not to 100%");
        assertThat(TermsReader.read(OneRule.text("vocational-profile: completed").replace("shares: { first: 33.33%",
                "shares: { first: 33.32%")).mistakes())
                .extracting(Mistake::message).containsExactly("The shares of It add up to 99.99%, not to 100%");
    }

    @Test
    @DisplayName("An outcome's own shares are wrong where they stand, the version's where those stand")
    void placeOfShares() {
        var own = OneRule.text("vocational-profile: completed", "shared: { first: 99% }");
        assertThat(TermsReader.read(own).mistakes()).extracting(Mistake::line).containsExactly(line(own, "shared: { first: 99%"));
        var common = OneRule.text("vocational-profile: completed").replace("shares: { first: 33.33%", "shares: { first: 33.32%");
        assertThat(TermsReader.read(common).mistakes()).extracting(Mistake::line).containsExactly(line(common, "shares: { first: 33.32%"));
    }

    @Test
    @DisplayName("Outcomes that count from each other are told, whichever way round the circle goes; one that only counts from them is not")
    void circles() {
        var pay = WINDOWS.replace("latest: 26 weeks after acceptance", "latest: 26 weeks after after-start");
        assertThat(messages(pay)).containsExactly("'Job start' counts from itself", "'Pay after the start' counts from itself");
        var inParts = WINDOWS.replace("within: 638 days after acceptance, only", "within: 638 days after kept, only")
                .replace("title: Job kept\n", "title: Job kept\n        latest: 12 weeks after threshold\n");
        assertThat(messages(inParts)).containsExactly("'Earnings or self-employment' counts from itself", "'Job kept' counts from itself");
        var beside = pay.replace("title: Job kept\n", "title: Job kept\n        latest: 12 weeks after start\n");
        assertThat(messages(beside)).containsExactly("'Job start' counts from itself", "'Pay after the start' counts from itself");
    }

    @Test
    @DisplayName("Bands of hours fit together in whichever order the file names them")
    void bands() {
        var upper = "      upper:\n        title: Upper\n        pays: £9\n        when: { weeks-in-work: { count: 4, within: 4, "
                + "hours-per-week: { from: 16, measured: every-week }, jobs: any, breaks: none } }\n        once-per: referral\n"
                + "        shown-by: { preferred: [ payslip ] }\n        claim-within: 2 months\n";
        var lower = upper.replace("upper", "lower").replace("Upper", "Lower").replace("{ from: 16,", "{ from: 8, below: 16,");
        for (var file : List.of(upper + lower, lower + upper)) {
            var text = EVERYTHING.replace("    outcomes:\n", "    outcomes:\n" + file).replace("count: 4\n            within: 4",
                    "count: 5\n            within: 5");
            assertThat(messages(text)).isEmpty();
            assertThat(messages(text.replace("{ from: 8, below: 16, measured: every-week }, jobs: any, breaks: none } }",
                    "{ from: 8, below: 15, measured: every-week }, jobs: any, breaks: none } }"))).singleElement().asString()
                    .contains("the bands of 'Lower' and 'Upper' leave out 15 hours up to 16");
        }
    }

    @Test
    @DisplayName("Fixed amounts that make the price are held against their payers' ceilings, to the penny")
    void fixedShares() {
        assertThat(messages(EVERYTHING.replace("payers: { fund: £5000 }", "payers: { fund: £5000, first: £200 }"))).isEmpty();
        assertThat(messages(EVERYTHING.replace("payers: { fund: £5000 }", "payers: { fund: £5000, first: £199.99 }")))
                .contains("The share of first, £200, is above its ceiling of £199.99: 'Earnings' could never be paid");
    }

    @Test
    @DisplayName("Only work that begins with the day it counts from can take longer than its limit: after another outcome it may have begun before")
    void begunBefore() {
        for (var other : List.of("kept", "alone", "threshold")) {
            assertThat(messages(WINDOWS.replace("latest: 12 weeks after referral", "latest: 3 weeks after " + other))).as(other).isEmpty();
        }
        assertThat(messages(WINDOWS.replace("latest: 12 weeks after referral", "latest: 3 weeks after start"))).singleElement().asString()
                .contains("nobody could");
        var excluding = WINDOWS.replace("title: Job start\n", "title: Job start\n        excluded: [ apprenticeship ]\n");
        assertThat(messages(excluding.replace("latest: 12 weeks after referral", "latest: 3 weeks after start")))
                .as("an apprenticeship before the start counts for the weeks and not for the start").isEmpty();
        assertThat(messages(WINDOWS.replace("title: Job kept\n", "title: Job kept\n        latest: 27 days after referral\n"))).isEmpty();
        assertThat(messages(WINDOWS.replace("title: Job kept\n", "title: Job kept\n        latest: 26 days after referral\n"))).singleElement()
                .asString()
                .contains("'Job kept' takes at least 28 days");
        assertThat(messages(EVERYTHING.replace("title: 60 days in all\n", "title: 60 days in all\n        latest: 59 days after referral\n")))
                .isEmpty();
        assertThat(messages(EVERYTHING.replace("title: 60 days in all\n", "title: 60 days in all\n        latest: 58 days after referral\n")))
                .singleElement().asString().contains("takes at least 60 days");
    }

    @Test
    @DisplayName("A later version begins after the one before it, by a day at least")
    void inOrder() {
        var first = TestTerms.file("mhep-enfield");
        var again = first.substring(first.indexOf("  - effective:"));
        assertThat(messages(first + again.replace("2020-04-01", "2020-04-02"))).isEmpty();
        assertThat(messages(first + again)).containsExactly("Version 2 must take effect after version 1, 2020-04-01");
        assertThat(messages(first + again.replace("2020-04-01", "2021-04-01") + again.replace("2020-04-01", "2020-12-31")))
                .containsExactly("Version 3 must take effect after version 2, 2021-04-01");
    }

    @Test
    @DisplayName("An entry of a list is named by its position, counted from one")
    void entries() {
        assertThat(messages(TRIAL.replace("blocks: [ 4, 6 ]", "blocks: [ 4, four ]")))
                .containsExactly("'blocks 2' must be a whole number, not 'four'");
    }

    @Test
    @DisplayName("A file of exactly the largest size is read; one byte more is not")
    void size() {
        var room = YamlTree.MAX_BYTES - EVERYTHING.getBytes(java.nio.charset.StandardCharsets.UTF_8).length - 2;
        assertThat(messages(EVERYTHING + "#" + "x".repeat(room) + "\n")).isEmpty();
        assertThat(messages(EVERYTHING + "#" + "x".repeat(room + 1) + "\n")).singleElement().asString().contains("larger than 1 MB");
    }

    private static void told(String file, String known, String wrong, String message) {
        assertThat(file).contains(known.replace("\\n", "\n"));
        assertThat(messages(with(file, known, wrong))).as(wrong).anyMatch(text -> text.contains(message));
    }

    private static List<String> messages(String file) {
        return TermsReader.read(file).mistakes().stream().map(Mistake::message).toList();
    }

    private static String with(String file, String known, String other) {
        return file.replaceFirst(Pattern.quote(known.replace("\\n", "\n")), Matcher.quoteReplacement(other.replace("\\n", "\n")));
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count() + 1;
    }
}
