package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Mistakes in a terms file")
class MistakesTest {

    private static final String GOOD = TestTerms.file("mhep-haringey-barnet");

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            age: { from: 18 }             | age: { from: eighteen }             | 'from' must be a whole number, not 'eighteen'
            people: 985                   | people: 0                           | 'people' must be 1 or more, not '0'
            total: £1,440,000             | total: about a million              | 'total' must be an amount such as £1,440,000 or £12.50, not 'about a million'
            effective: 2019-04-01         | effective: 1 April 2019             | 'effective' must be a date such as 2019-04-01, not '1 April 2019'
            effective: 2019-04-01         | effective: 2019-02-30               | There is no day 2019-02-30 in the calendar
            triage: 5 working days        | triage: 5 days                      | 'triage' must be a time such as 5 working days, not '5 days'
            search: none                  | search: nine months                 | 'search' must be a time such as 9 months, or none, not 'nine months'
            sample: 1 in 10               | sample: 10%                         | 'sample' must be for example 1 in 10, or none, not '10%'
            once-per: referral            | once-per: year                      | 'once-per' must be one of referral, client, job, or a time such as 12 months, not 'year'
            claim-within: 3 months        | claim-within: 3                     | 'claim-within' must be a time such as 3 months, 12 weeks, 90 days or 15 working days, not '3'
            illustrative: true            | ilustrative: true                   | 'ilustrative' is not known here. Check the spelling and the indentation
            trial: false                  | trial: true\\n    allocation: { support: 2, usual-care: 1, blocks: [6, 4], follow-up: 12 months } | A block of 4 cannot hold the ratio: its size must be a multiple of 3
            trial: false                  | trial: false\\n    allocation: { support: 1, usual-care: 1, blocks: [4], follow-up: 12 months } | Only a trial allocates people
            trial: false                  | trial: false\\n    service: { surge: 30 }      | 'surge' must be a rate such as 30 a week, not '30'
            trial: false                  | trial: false\\n    service: { retention-share: 101% } | 'retention-share' must be a share such as 15%, not '101%'
            trial: false                  | trial: false\\n    service: { profile: tiny }  | 'profile' must be one of full, short
            trial: false                  | trial: perhaps                      | 'trial' must be true or false, not 'perhaps'
            shares: { haringey: 40%,      | shares: { haringey: 41%,            | The shares of Engagement add up to 101%, not to 100%
            shares: { haringey: 40%,      | shares: { harringey: 40%,           | There is no payer 'harringey'. The payers are barnet, haringey, lcf
            { below: 16,                  | { below: 15,                        | Some hours are in neither: the bands of '13 weeks in work under 16 hours' and '13 weeks in work at 16 hours or more' leave out 15 hours up to 16
            { below: 16,                  | { below: 17,                        | Some hours are in both: the bands of '13 weeks in work under 16 hours' and '13 weeks in work at 16 hours or more' overlap from 16 hours
            { below: 16, measured: on-average } | { below: 16, measured: every-week } | must be measured alike
            hours-per-week: { below: 16, measured: on-average } | hours-per-week: 16 | 'hours-per-week' must be any, or boundaries such as { from: 16, measured: on-average }
            within: 13                    | within: 12                          | asks for 13 weeks within 12
            instead-of: sustained-under-16h | instead-of: sustained-under-16    | There is no other outcome 'sustained-under-16'
            breaks: none                  | breaks: some                        | 'breaks' must be none, or for example up to 14 days, not 'some'
            id: barnet                    | id: haringey                        | There are two payers 'haringey'. Give each its own id
            title: Engagement             | tittle: Engagement                  | 'title' is missing in 'engagement'. Add it
            pays: £330                    | then: [ { after: 10, pays: £1,100 } ]\\n        pays: £330 | An amount with a comma needs quotes inside { }
            """)
    void told(String good, String bad, String message) {
        var changed = GOOD.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad.replace("\\n", "\n")));
        assertThat(changed).isNotEqualTo(GOOD);

        var mistakes = TermsReader.read(changed).mistakes();

        assertThat(mistakes).extracting(Mistake::message).anyMatch(text -> text.contains(message));
        assertThat(mistakes).allMatch(mistake -> mistake.line() > 1 && mistake.column() > 1);
    }

    @Test
    @DisplayName("All mistakes are told at once, each with its line and column, in the order of the file")
    void together() {
        var text = GOOD.replace("people: 985", "people: many").replace("trial: false", "trial: no idea").replace("triage: 5 working days", "triage: soon");
        int people = line(text, "people: many");

        var mistakes = TermsReader.read(text).mistakes();

        assertThat(mistakes).hasSize(3).isSortedAccordingTo(java.util.Comparator.comparingInt(Mistake::line));
        assertThat(mistakes).contains(new Mistake(people, 7, "'people' must be a whole number, not 'many'"));
    }

    @Test
    @DisplayName("A key that is there twice is a mistake with its place")
    void duplicateKey() {
        var text = GOOD.replace("      people: 985", "      people: 985\n      people: 986");
        assertThat(TermsReader.read(text).mistakes())
                .containsExactly(new Mistake(line(text, "people: 986"), 7, "'people' is here twice. Keep one of them"));
    }

    @Test
    @DisplayName("Text that is no YAML is told with the place where reading stopped")
    void noYaml() {
        assertThat(TermsReader.read("contract: [unclosed\ntitle: x\n").mistakes()).singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).startsWith("This is not YAML"));
        assertThat(TermsReader.read("").mistakes()).containsExactly(new Mistake(1, 1, "The file is empty"));
        assertThat(TermsReader.read("just words").mistakes()).hasSize(1);
        assertThat(TermsReader.read("- a\n- b").mistakes()).hasSize(1);
    }

    @Test
    @DisplayName("A bomb of aliases, an alias inside itself and a file above 1 MB are refused at once")
    void bombs() {
        var bomb = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(",", java.util.Collections.nCopies(10, " *a" + (i - 1)))).append(" ]\n");
        }
        assertThat(TermsReader.read(bomb.toString()).mistakes()).extracting(Mistake::message)
                .containsExactly("The file repeats its parts too often with *. Write out what it says");
        assertThat(TermsReader.read("a: &a [ *a ]").mistakes()).extracting(Mistake::message).singleElement().asString().contains("contains itself");
        assertThat(TermsReader.read("x".repeat(1_000_001)).mistakes()).extracting(Mistake::message).singleElement().asString().contains("larger than 1 MB");
        assertThat(TermsReader.read("[".repeat(5000)).mistakes()).isNotEmpty();
        assertThat(TermsReader.read("!!javax.script.ScriptEngineManager [x]").mistakes()).isNotEmpty();
    }

    @Test
    @DisplayName("Anchors and aliases within reason are read as if written out")
    void aliases() {
        var text = GOOD.replace("shares: { haringey: 40%, barnet: 40%, lcf: 20% }", "shares: &parts { haringey: 40%, barnet: 40%, lcf: 20% }")
                .replace("        title: Engagement", "        title: Engagement\n        shared: *parts");
        assertThat(TestTerms.read(text).outcomes()).isEqualTo(TestTerms.of("mhep-haringey-barnet").outcomes());
    }

    @Test
    @DisplayName("Outcomes that count from each other are refused")
    void circle() {
        var text = GOOD.replace("        title: Engagement", "        title: Engagement\n        latest: 9 months after job-start")
                .replace("        title: Job start", "        title: Job start\n        latest: 9 months after engagement");
        assertThat(TermsReader.read(text).mistakes()).extracting(Mistake::message)
                .containsExactly("'Engagement' counts from itself", "'Job start' counts from itself");
    }

    @Test
    @DisplayName("No printing, however odd, ends in anything but mistakes")
    void oddTexts() {
        for (var odd : List.of("\0", "\uFEFF", "%YAML 9.9\n---\n", "contract: ~\n", "? [a]\n: b\n", "---\n---\n", "a: !!float 1.5", "a: 1e999999999", "'", "\t")) {
            assertThat(TermsReader.read(odd).mistakes()).as(odd).isNotEmpty();
        }
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count() + 1;
    }
}
