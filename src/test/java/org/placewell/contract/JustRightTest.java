package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Terms that are just right, and one step further wrong")
class JustRightTest {

    private static final String WINDOWS = TestTerms.resourceText("/windows.yaml");
    private static final String EVERYTHING = TestTerms.resourceText("/everything.yaml");

    @ParameterizedTest(name = "{1} is right, {2} is not: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pays: £700                        | pays: £8,000                      | pays: £8,000.02                   | above its ceiling of £4,000
            fund: { count: 4, total: £4000 }  | first: £450                       | first: £449.99                    | The share of first, £450, is above its ceiling of £449.99
            up-to: { total: £1500 }           | up-to: { total: £333.41 }         | up-to: { total: £333.40 }         | is above its own ceiling of £333.40
            outcomes: 6                       | total: £1000.01                   | total: £899.99                    | 'Earnings or self-employment', £900, is above the ceiling in all of £899.99
            latest: 12 weeks after referral   | latest: 27 days after referral    | latest: 26 days after referral    | takes at least 28 days and has to be reached within 26 days
            latest: 12 weeks after referral   | latest: 27 days after job         | latest: 26 days after job         | nobody could
            count: 30, within: 638 days after | count: 638, within: 638 days after | count: 639, within: 638 days after | asks for 639 days within 638 days
            { one-in: 10, least: 3            | { one-in: 1, least: 1             | { one-in: 0, least: 3             | 'one-in' must be
            then: [ { after: 1, pays: £500.02 } ] | then: [ { after: 1, pays: £500.02 }, { after: 2, pays: £500.02 } ] | then: [ { after: 1, pays: £500.02 }, { after: 1, pays: £500.02 } ] | The steps of the price must rise
            preferred: [ payroll-record ], covers | preferred: [ payroll-record ], alternative: [ payslip ], covers | preferred: [ payroll-record ], alternative: [ payroll-record ], covers | is preferred and alternative at the same time
            """)
    void windows(String known, String right, String wrong, String message) {
        tried(WINDOWS, known, right, wrong, message);
    }

    @ParameterizedTest(name = "{1} is right, {2} is not: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            age: { to: 65 }                   | age: { from: 65, to: 65 }         | age: { from: 66, to: 65 }         | The youngest age is above the oldest
            referrals-until: 2026-12-31       | referrals-until: 2026-01-01       | referrals-until: 2025-12-31       | Referrals end before the version takes effect
            until: 2026-06-30                 | until: 2026-01-01                 | until: 2025-12-31                 | The fee ends before it begins
            from: 8, below: 16                | from: 8, below: 9                 | from: 8, below: 8                 | No hours per week are in the band of 'Four weeks in one job'
            count: 60, within: 100 days       | count: 100, within: 100 days      | count: 101, within: 100 days      | '60 days in all' asks for 101 days within 100 days
            give-or-take: 7 days              | give-or-take: 55 days             | give-or-take: 56 days             | 'give-or-take' is as long as the time itself, 2 months
            at: 2 months after referral       | at: 2 months after start          | at: 2 months after job            | A score is measured some months after the referral
            up-to: { count: 5 }               | up-to: { count: 5, total: £100.01 } | up-to: { count: 4 }             | This price is never paid: only 4 of 'Job start' are paid at all
            shared: { first: £200, second: £300 } | shared: { first: £500, second: £0 } | shared: { first: £200, second: £299 } | The fixed shares of Earnings add up to £499, not to the price of £500
            shared: { first: £200, second: £300 } | shared: { first: £200, second: 100% } | shared: { first: £501, second: 100% } | The fixed shares of Earnings add up to £501, more than the price of £500
            shares: { first: 33.33%, second: 66.67% } | shares: { first: 33.34%, second: 66.66% } | shares: { first: 33.34%, second: 66.67% } | add up to 100.01%, not to 100%
            hours-per-week: { from: 7, measured: every-week }, jobs: any | hours-per-week: any, jobs: any | hours-per-week: { from: 7, measured: every-week }, jobs: any, only: [ volunteering ] | must be one of employed
            within: 16, hours-per-week: { from: 7, measured: every-week }, jobs: any, breaks: none | within: 13, hours-per-week: any, jobs: any, breaks: up to 2 days | within: 16, hours-per-week: any, jobs: any, breaks: up to 2 days | allows breaks twice
            latest: 12 months after start     | instead-of: days                  | instead-of: thirteen-in-sixteen   | There is no other outcome 'thirteen-in-sixteen'
            """)
    void everything(String known, String right, String wrong, String message) {
        tried(EVERYTHING, known, right, wrong, message);
    }

    @Test
    @DisplayName("An outcome is not paid instead of one that is itself paid instead of another")
    void chain() {
        var text = EVERYTHING.replace("        latest: 12 months after start\n", "        instead-of: days\n")
                .replace("          days-in-work: { count: 60, within: 100 days, hours-per-week: any }\n",
                        "          days-in-work: { count: 60, within: 100 days, hours-per-week: any }\n        instead-of: earned\n");
        assertThat(TermsReader.read(text).mistakes()).extracting(Mistake::message)
                .containsExactly("'days' is itself paid instead of another; name that one");
    }

    @Test
    @DisplayName("Once per job needs work of one job, in every part of what is asked")
    void perJob() {
        var both = "any-of: [ { paid-competitive-work: { full-days: 1 } }, { weeks-in-work: { count: 2, within: 2, hours-per-week: any, jobs: %s, breaks: none } } ]";
        assertThat(OneRule.when(both.formatted("one"), "once-per: job").terms().rule("it").oncePer().label()).isEqualTo("once per job");
        assertThat(mistakes(both.formatted("any"))).contains("Only paid-competitive-work and weeks-in-work with jobs: one can be paid once per job");
        assertThat(mistakes("vocational-profile: completed")).contains("Only paid-competitive-work");
    }

    private static String mistakes(String metric) {
        try {
            OneRule.when(metric, "once-per: job");
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static void tried(String file, String known, String right, String wrong, String message) {
        assertThat(file).contains(known);
        assertThat(TermsReader.read(with(file, known, right)).mistakes()).as(right).isEmpty();
        assertThat(TermsReader.read(with(file, known, wrong)).mistakes()).extracting(Mistake::message).as(wrong).anyMatch(text -> text.contains(message));
    }

    private static String with(String file, String known, String other) {
        return file.replaceFirst(Pattern.quote(known), Matcher.quoteReplacement(other));
    }
}
