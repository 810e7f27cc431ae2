package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Terms that contradict themselves or that nobody could reach")
class ContradictionsTest {

    private static final String GOOD = TestTerms.resourceText("/windows.yaml");

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - part: 33.34%                 | - part: 33.33%                     | The parts of 'Four weeks in work' add up to 99.99%, not to 100%
            - part: 33.33%                 | - {part: 33.33%, latest: 3 months after referral} | The first part is paid for the outcome itself: say 'part' and no more, or a 'title'
            when-also:\\n              appointments-attended: 1 | claim-within: 1 month | 'when-also' is missing: say what a later part is paid for on top of the outcome
            pays: £1000.01                 | shared: { first: £10, fund: 100% }\\n        pays: £1000.01 | is shared by percentages, not by fixed amounts
            up-to: { total: £1500 }        | instead-of: kept                   | cannot stand instead of another one
            latest: 12 weeks after referral | latest: 3 weeks after referral    | 'Four weeks in work, part 1 of 3' takes at least 28 days and has to be reached within 3 weeks: nobody could
            latest: 40 weeks after sustained | latest: 20 days after job        | takes at least 56 days and has to be reached within 20 days: nobody could
            latest: 40 weeks after sustained | latest: 40 weeks after sustain   | 'sustain' is neither referral, acceptance, job nor an outcome of this version
            latest: 26 weeks after acceptance | latest: 26 weeks after start    | 'Job start' counts from itself
            within: 3 months after start   | within: 3 months after strat       | 'strat' is neither referral
            within: 3 months after start   | within: 3 months after after-start | 'Pay after the start' counts from itself
            count: 30, within: 638 days after | count: 730, within: 638 days after | asks for 730 days within 638 days
            return: does-not-count         | return: perhaps                    | 'return' must be one of counts, does-not-count, not 'perhaps'
            job-kept: { count: 4, within: 4 | job-kept: { count: 5, within: 4   | 'Job kept' asks for 5 weeks within 4
            only: [ self-employed ]        | only: [ volunteering ]             | must be one of employed, self-employed, apprenticeship, not 'volunteering'
            excluded-income: [             | excluded: [ self-employed ]\\n        excluded-income: [ | 'Earnings or self-employment' counts only self-employment and excludes it
            attempts: 2\\n      thr | excluded-income: [ bonus ]\\n      thr | Only an outcome about earnings can leave out kinds of pay
            attempts: 2\\n      thr | excluded: [ self-employed ]\\n      thr | Self-employed work is excluded, so that its own list of papers is never used
            attempts: 2\\n      thr | attempts: 0\\n      thr | 'attempts' must be 1 or more, not '0'
            provisional-for: 28 days       | covers: first-day                  | 'provisional' and 'provisional-for' belong together
            alternative: [ employer-confirmation ] | alternative: [ payslip ]   | 'payslip' is preferred and alternative at the same time
            jobs: any\\n            concurrent | jobs: one\\n            concurrent | 'jobs: one' looks at each job alone: take out 'concurrent'
            once-per: 6 months             | once-per: 6 weeks                  | 'once-per' must be one of referral, client, job, or a time such as 12 months, not '6 weeks'
            claim-within: 15 working days  | claim-within: a fortnight          | must be a time such as 3 months, 12 weeks, 90 days or 15 working days, not 'a fortnight'
            pays: £700                     | pays: £9,001                       | The price of 'Job kept', £9,001, is above the ceiling of a quarter of £9,000: it could never be paid
            pays: £700                     | pays: £8,002                       | The share of fund, £4,001, is above its ceiling of £4,000
            up-to: { total: £1500 }        | up-to: { total: £300 }             | The price of 'Four weeks in work, part 1 of 3', £333.30, is above its own ceiling of £300
            up-to: { total: £1500 }        | up-to: { count: 1 }                | This price is never paid: only 1 of
            { count: 4, total: £4000 }     | { number: 4 }                      | 'number' is not known here
            { count: 4, total: £4000 }     | {}                                 | 'fund' has too few entries
            approval: 7 days               | approval: 7 days\\n      sample: 1 in 10 | Keep 'sampling' and take out 'sample'
            sampling: { one-in: 10, least: 3, extrapolate: true } | note: none said | Say how paid claims are checked again
            sampling: { one-in: 10, least: 3, extrapolate: true } | sampling: often | 'sampling' must be none, or a rule such as { one-in: 10, least: 3, extrapolate: true }
            senior-above: "£50,000"        | senior-above: a lot                | 'senior-above' must be an amount such as
            effective: 2026-01-01          | effective: 2026-01-01\\n    applies-to: open referrals | There is no version before the first one
            """)
    void told(String good, String bad, String message) {
        var changed = GOOD.replaceFirst(Pattern.quote(good.replace("\\n", "\n")), Matcher.quoteReplacement(bad.replace("\\n", "\n")));
        assertThat(changed).isNotEqualTo(GOOD);

        var mistakes = TermsReader.read(changed).mistakes();

        assertThat(mistakes).extracting(Mistake::message).anyMatch(text -> text.contains(message));
        assertThat(mistakes).allMatch(mistake -> mistake.line() > 1 && mistake.column() > 1);
    }

    @Test
    @DisplayName("A mistake is told where it stands: in the later part's own condition, in the payer's ceiling")
    void places() {
        var text = GOOD.replace("count: 8, within: 8", "count: 8, within: 7").replace("fund: { count: 4", "fund: { count: 0");
        var shape = TermsReader.read(text).mistakes();
        assertThat(shape).extracting(Mistake::line).containsExactly(line(text, "count: 0"), line(text, "count: 8") - 1);
        var sense = TermsReader.read(text.replace("count: 0", "count: 4")).mistakes();
        assertThat(sense).singleElement().satisfies(mistake -> assertThat(mistake.line()).isEqualTo(line(text, "count: 8") - 1));
    }

    @Test
    @DisplayName("A version that was taken in before stays readable, also when it would be refused today")
    void stored() {
        var text = GOOD.replace("pays: £700", "pays: £9,001");
        assertThat(TermsReader.read(text).mistakes()).isNotEmpty();
        assertThat(TermsReader.stored(text).mistakes()).isEmpty();
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count() + 1;
    }
}
