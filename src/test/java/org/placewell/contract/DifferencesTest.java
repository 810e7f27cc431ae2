package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;

@DisplayName("What changes between two versions, as sentences")
class DifferencesTest {

    private static final String FILE = TestTerms.resourceText("/windows.yaml");
    private static final Terms BEFORE = TestTerms.read(FILE);

    @Test
    @DisplayName("Nothing changes when nothing does, for every contract")
    void same() {
        assertThat(Sentences.diff(BEFORE, BEFORE)).isEmpty();
        TestTerms.contracts().forEach(ref -> assertThat(Sentences.diff(TestTerms.of(ref), TestTerms.read(TestTerms.file(ref)))).as(ref).isEmpty());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pays: £900                       | pays: £950                        | 'Earnings or self-employment': the price changes from: £900; to: £950.
            reach: £2000                     | reach: £2500                      | 'Earnings or self-employment': what has to have happened changes from: has earned £2,000
            26 weeks after acceptance        | 27 weeks after acceptance         | 'Job start': the last day changes from: no later than 26 weeks after the acceptance; to: no later than 27 weeks after the acceptance.
            once-per: 6 months               | once-per: job                     | 'Job start': how often it is paid changes from: once in 6 months for each person; to: once per job.
            attempts: 2\\n                   | attempts: 1\\n                    | 'Job start': how often evidence may be sent in changes from: 2 times; to: 1 time.
            preferred: [ payslip ]\\n        | preferred: [ payroll-record ]\\n  | 'Job start': the evidence changes from: a payslip (or, with a reason, by the employer's written confirmation) or, for self-employed work,
            within: 15 working days          | within: 1 month                   | 'Job start': the time to claim changes from: 15 working days; to: 1 month.
            tax-refund, pay                  | pay                               | 'Earnings or self-employment': what does not count changes from: work experience, volunteering, sheltered work, tax refunds
            up-to: { total: £1500 }          | up-to: { count: 20 }              | 'Four weeks in work, part 1 of 3': the ceiling on its number changes from: none; to: 20.
            shares: { first: 50%, fund: 50% } | shares: { first: 60%, fund: 40% } | 'Job kept': who pays changes from: First Council (50%) and the Fund (50%); to: First Council (60%) and the Fund (40%).
            outcomes: 6                      | people: 60                        | The ceiling on outcomes in all changes from: 6; to: none.
            fund: { count: 4, total: £4000 } | fund: £5000                       | The ceiling of Fund changes from: £4,000 for 4 outcomes; to: £5,000.
            month: { count: 3 }              | month: £4000                      | The ceiling of a month changes from: 3 outcomes; to: £4,000.
            triage: 3 working days           | triage: 4 working days            | The time to decide on a referral changes from: 3 working days; to: 4 working days.
            search: none                     | search: 9 months                  | The time for job search changes from: no limit; to: 9 months.
            least: 3, extrapolate: true      | least: 5                          | Paid claims that are checked again changes from: 1 in 10, at least 3, a failed share charged on the others; to: 1 in 10, at least 5.
            senior-above: "£50,000"          | senior-above: £9000               | A senior approver is needed changes from: above £50,000; to: above £9,000.
            sampling: { one-in: 10 | service: { surge: 30 a week }\\n    sampling: { one-in: 10 | Triage goes by batches changes from: never; to: above 30 referrals a week.
            sampling: { one-in: 10 | service: { retention-share: 10% }\\n    sampling: { one-in: 10 | The most of a caseload in job retention changes from: 15%; to: 10%.
            sampling: { one-in: 10 | service: { refusals: 1 }\\n    sampling: { one-in: 10 | The places that may be refused without losing the place in line changes from: 2; to: 1.
            sampling: { one-in: 10 | service: { discharge-ends-support: true }\\n    sampling: { one-in: 10 | Discharge from the clinical team changes from: does not end support; to: ends support.
            sampling: { one-in: 10 | service: { profile: short }\\n    sampling: { one-in: 10 | The vocational profile changes from: the full one; to: the short one.
            sampling: { one-in: 10 | service: { weekly-contact: 6 weeks }\\n    sampling: { one-in: 10 | The time of weekly contact in work changes from: 4 weeks; to: 6 weeks.
            sampling: { one-in: 10 | trial: true\\n    sampling: { one-in: 10 | Allocation at random changes from: no; to: 1 to support and 1 to usual care, in blocks of 4 or 6, followed up for 12 months.
            out-of-work: false               | out-of-work: true                 | For whom changes from: a person with a long-term condition; to: a person with a long-term condition who is out of work when referred.
            effective: 2026-01-01            | effective: 2026-02-01             | The first day changes from: 1 January 2026; to: 1 February 2026.
            - { id: first, name: First Council } | - { id: first, name: First Council }\\n    - { id: third, name: Third Council } | Third Council joins as a payer.
            """)
    void told(String before, String after, String sentence) {
        var changed = FILE.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(FILE);
        assertThat(Sentences.diff(BEFORE, TestTerms.read(changed))).anyMatch(text -> text.startsWith(sentence)).allMatch(text -> text.endsWith("."));
    }

    @Test
    @DisplayName("An outcome that comes is told with its whole sentence, one that goes by its name; parts of a price come and go as outcomes")
    void comesAndGoes() {
        var after = TestTerms.read(FILE.replace("      alone:\n        title: Two weeks at 16 hours in whichever job is longer", "      together:\n        title: Two weeks"));
        assertThat(Sentences.diff(BEFORE, after)).containsExactly(
                "New outcome 'Two weeks': " + Sentences.of(after, after.rule("together")),
                "'Two weeks at 16 hours in whichever job is longer' is no longer paid for.");
        assertThat(Sentences.diff(after, BEFORE)).hasSize(2);
    }

    @Test
    @DisplayName("A service fee that comes, changes or goes is told")
    void fees() {
        var fee = "    service-fees:\n      office: { pays-each-month: £1000, from: 2026-01-01, until: 2026-06-30 }\n";
        var with = TestTerms.read(FILE + fee);
        assertThat(Sentences.diff(BEFORE, with)).isEqualTo(List.of(
                "New service fee 'office': £1,000 each month from 1 January 2026 to 30 June 2026, paid by First Council (50%) and the Fund (50%)."));
        assertThat(Sentences.diff(with, BEFORE)).isEqualTo(List.of("The service fee 'office' is no longer paid."));
        assertThat(Sentences.diff(with, TestTerms.read(FILE + fee.replace("£1000", "£1100")))).singleElement().asString()
                .startsWith("The service fee 'office' changes from: £1,000 each month");
    }
}
