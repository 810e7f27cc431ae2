package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;

@DisplayName("What changes between two versions: one change, one sentence, in both directions")
class MoreDifferencesTest {

    private static final String FEES = "    service-fees:\n      office: { pays-each-month: £1000, from: 2026-01-01, until: 2026-06-30 }\n"
            + "      desk: { pays-each-month: £10, from: 2026-01-01, until: 2026-06-30 }\n";
    private static final String FILE = TestTerms.resourceText("/windows.yaml") + FEES;
    private static final Terms BEFORE = TestTerms.read(FILE);

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: Windows, parts and kept jobs | title: Windows             | The title changes from: Windows, parts and kept jobs; to: Windows.
            out-of-work: false    | out-of-work: false\\n      areas: [ North, South ] | Where changes from: anywhere; to: North and South.
            effective: 2026-01-01 | effective: 2026-01-01\\n    referrals-until: 2026-09-30 | The last day of referrals changes from: none; to: 30 September 2026.
            outcomes: 6           | outcomes: 7                           | The ceiling on outcomes in all changes from: 6; to: 7.
            outcomes: 6           | outcomes: 6\\n      people: 60        | The ceiling on people changes from: none; to: 60.
            outcomes: 6           | outcomes: 6\\n      total: £20,000    | The ceiling in all changes from: none; to: £20,000.
            bank-details-wait: 3 working days | bank-details-wait: 1 working day | The wait of new bank details changes from: 3 working days; to: 1 working day.
            least: 3, extrapolate | least: 1, extrapolate                 | Paid claims that are checked again changes from: 1 in 10, at least 3, a failed share charged on the others; to: 1 in 10, at least 1, a failed share charged on the others.
            { one-in: 10, least: 3, extrapolate: true } | { one-in: 10 }  | Paid claims that are checked again changes from: 1 in 10, at least 3, a failed share charged on the others; to: 1 in 10.
            { one-in: 10, least: 3, extrapolate: true } | none            | Paid claims that are checked again changes from: 1 in 10, at least 3, a failed share charged on the others; to: none.
            title: Pay after the start | title: Pay later                 | 'Pay later': the title changes from: Pay after the start; to: Pay later.
            within: 3 months after start, jobs: one } | within: 3 months after start, jobs: one }\\n        supply-chain-counts: true | 'Pay after the start': jobs with organisations paid under the contract change from: do not count; to: count.
            within: 3 months after start, jobs: one } | within: 3 months after start, jobs: one }\\n        instead-of: alone | 'Pay after the start': what it is paid instead of changes from: nothing; to: 'Two weeks at 16 hours in whichever job is longer'.
            within: 3 months after start, jobs: one } | within: 3 months after start, jobs: one }\\n        up-to: { total: £500 } | 'Pay after the start': its ceiling changes from: none; to: £500.
            desk: { pays-each-month: £10, | desk: { pays-each-month: £10, illustrative: true, | The service fee 'desk' changes from: £10 each month from 1 January 2026 to 30 June 2026, paid by First Council (50%) and the Fund (50%); to: £10 (illustrative) each month from 1 January 2026 to 30 June 2026, paid by First Council (50%) and the Fund (50%).
            desk: { pays-each-month: £10, from: 2026-01-01, until: 2026-06-30 } | desk: { pays-each-month: £10, from: 2026-01-01, until: 2026-07-31 } | The service fee 'desk' changes from: £10 each month from 1 January 2026 to 30 June 2026, paid by First Council (50%) and the Fund (50%); to: £10 each month from 1 January 2026 to 31 July 2026, paid by First Council (50%) and the Fund (50%).
            """)
    void exactly(String before, String after, String sentence) {
        var changed = FILE.replace(before, after.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(FILE);
        assertThat(Sentences.diff(BEFORE, TestTerms.read(changed))).containsExactly(sentence);
        assertThat(Sentences.diff(TestTerms.read(changed), BEFORE)).hasSize(1);
    }

    @Test
    @DisplayName("A version that moves open referrals says so")
    void openReferrals() {
        var next = FILE.substring(FILE.indexOf("  - effective:")).replace("effective: 2026-01-01", "effective: 2026-03-01\n    applies-to: open referrals");
        var versions = TestTerms.readAll(FILE + next);
        assertThat(Sentences.diff(versions.get(0), versions.get(1))).containsExactly("The first day changes from: 1 January 2026; to: 1 March 2026.",
                "Referrals that are open on the first day change from: stay on the version before; to: move to the version, but for what they have reached.");
    }

    @Test
    @DisplayName("A payer that goes is told by its name, and so is a fee among others")
    void goes() {
        var two = TestTerms.read(FILE.replace("    - { id: first, name: First Council }\n",
                "    - { id: first, name: First Council }\n    - { id: third, name: Third Council }\n"));
        assertThat(Sentences.diff(two, BEFORE)).containsExactly("Third Council is no longer a payer.");
        assertThat(Sentences.diff(BEFORE, two)).containsExactly("Third Council joins as a payer.");
        var less = TestTerms.read(FILE.replace("      desk: { pays-each-month: £10, from: 2026-01-01, until: 2026-06-30 }\n", ""));
        assertThat(Sentences.diff(BEFORE, less)).containsExactly("The service fee 'desk' is no longer paid.");
        assertThat(Sentences.diff(less, BEFORE)).isEqualTo(List.of(
                "New service fee 'desk': £10 each month from 1 January 2026 to 30 June 2026, paid by First Council (50%) and the Fund (50%)."));
    }
}
