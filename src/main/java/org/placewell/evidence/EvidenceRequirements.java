package org.placewell.evidence;

import java.util.List;
import java.util.Set;

/**
 * What the contract version asks to be shown for one outcome.
 *
 * @param preferred codes of the evidence types of which one is enough, such as {@code payslip}
 * @param alternatives codes of the types that need a reason why no preferred one can be had
 * @param coversWindow whether the papers together must cover every day of the claim's window
 * @param minutesFrom the hours band's lower end in minutes a week, itself inside the band; null for none
 * @param minutesBelow the hours band's upper end in minutes a week, itself outside the band; null for none
 * @param selfEmploymentCounts whether the contract pays for self-employed work
 * @param excludedWork the kinds of work that never count, as in {@link JobFact#kind}
 * @param employerBasis on what ground the employer may be contacted for this person
 * @param rounds how often evidence may be sent in, the first time included; at least 1
 * @param moreInformationDays days to answer a request for more
 * @param disputeDays days to dispute a rejection
 */
public record EvidenceRequirements(
        List<String> preferred, List<String> alternatives, boolean coversWindow, Integer minutesFrom, Integer minutesBelow,
        boolean selfEmploymentCounts, Set<String> excludedWork, EmployerBasis employerBasis, int rounds, int moreInformationDays, int disputeDays) {

    public EvidenceRequirements {
        preferred = List.copyOf(preferred);
        alternatives = List.copyOf(alternatives);
        excludedWork = Set.copyOf(excludedWork);
    }
}
