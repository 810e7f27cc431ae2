package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.EmployerWish.Grounds;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;

@DisplayName("What the automatic checks say: which paper, which day, which hours")
class CheckWordsTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 4);
    private static final LocalDate TO = LocalDate.of(2021, 4, 4);
    private static final LocalDate MARCH = LocalDate.of(2021, 3, 1);

    private List<JobFact> jobs = List.of(job("J-1", FROM, null, 18 * 60));
    private Kinds kinds = new Kinds(List.of("payslip"), List.of("signed-client-declaration"), List.of(), List.of("employment-contract"));
    private Covers covers = Covers.WHOLE_PERIOD;
    private Integer minutesFrom = 16 * 60;
    private Integer minutesBelow;
    private boolean selfEmployment = true;
    private boolean supplyChain;
    private Set<IncomeKind> notCounted = Set.of();
    private int round = 1;
    private LocalDate on = LocalDate.of(2021, 4, 7);
    private final Map<String, Grounds> grounds = new HashMap<>();

    @Test
    @DisplayName("Papers: how many are of a kind that is named, and which are not")
    void paperListed() {
        assertThat(says("paperListed")).isEqualTo("There is no paper");
        assertThat(says("paperListed", paper("F-1"), paper("F-2"))).isEqualTo("All 2 are of a kind the contract names");
        assertThat(says("paperListed", paper("F-1"), of("F-2", "bank-statement"))).isEqualTo("The contract does not name the kind of F-2");
        assertThat(says("paperListed", of("F-1", "employment-contract"))).isEqualTo("All 1 are of a kind the contract names");
    }

    @Test
    @DisplayName("Dates: the paper that no job bears, the paper that begins too early, and a job's own first and last day")
    void datesMatchJobRecord() {
        jobs = List.of(job("J-1", FROM, MARCH, 1080), job("J-2", MARCH.plusDays(10), null, 1080));
        assertThat(says("datesMatchJobRecord", covering("F-1", MARCH, MARCH.plusDays(3)), covering("F-2", MARCH.plusDays(1), MARCH.plusDays(9))))
                .isEqualTo("No job was held in the days covered by F-2 (2 March 2021 to 10 March 2021)");
        assertThat(says("datesMatchJobRecord", covering("F-1", FROM.minusDays(1), TO), covering("F-2", FROM, TO)))
                .isEqualTo("The record has no job yet on the first days covered by F-1");
        assertThat(says("datesMatchJobRecord", covering("F-1", MARCH.plusDays(5), MARCH.plusDays(10))))
                .isEqualTo("Each paper covers days on which a recorded job was held");
        assertThat(says("datesMatchJobRecord", about("F-1", "J-1", MARCH.plusDays(20), TO)))
                .isEqualTo("No job was held in the days covered by F-1 (21 March 2021 to 4 April 2021)");
    }

    @Test
    @DisplayName("Stand-ins: which papers the final one has followed, or still has to")
    void finalPaper() {
        assertThat(says("finalPaper", of("F-1", "employment-contract")))
                .isEqualTo("Nobody can accept this yet: only stands in for the final paper: F-1");
        assertThat(says("finalPaper", of("F-1", "employment-contract"), paper("F-2"))).isEqualTo("The final paper has followed F-1");
        assertThat(says("finalPaper", paper("F-2"))).isEqualTo("No paper only stands in for another one");
    }

    @Test
    @DisplayName("Days: what is covered, what is not, one after the other")
    void windowCovered() {
        assertThat(says("windowCovered", paper("F-1"))).isEqualTo("Covered: 4 January 2021 to 4 April 2021");
        assertThat(says("windowCovered", covering("F-1", FROM.plusDays(1), TO.minusDays(2))))
                .isEqualTo("Not covered: 4 January 2021; 3 April 2021 to 4 April 2021");
        covers = Covers.NOTHING;
        assertThat(says("windowCovered")).isEqualTo("The contract does not ask for papers for certain days");
    }

    @Test
    @DisplayName("Hours: those of the paper, those of the record from a day on, and the band in words")
    void hoursInBand() {
        assertThat(says("hoursInBand", showing("F-1", 15 * 60 + 30))).isEqualTo("F-1 shows 15 h 30 min a week, outside the band of 16 h or more");
        assertThat(says("hoursInBand", showing("F-1", 16 * 60))).isEqualTo("The job record and the papers are inside the band of 16 h or more");
        assertThat(says("hoursInBand", showing("F-1", null)))
                .isEqualTo("The job record is inside the band of 16 h or more, but no paper is noted as showing the hours");
        assertThat(says("hoursInBand", showing("F-1", null), showing("F-2", 960))).startsWith("The job record and the papers are inside");
        jobs = List.of(new JobFact("J-1", FROM, null, List.of(new JobFact.Hours(FROM, 1080), new JobFact.Hours(MARCH, 600)), "EMPLOYED", true,
                false));
        assertThat(says("hoursInBand", paper("F-1"))).isEqualTo("From 1 March 2021 the job record has 10 h a week, outside the band of 16 h or more");
        minutesFrom = null;
        minutesBelow = 960;
        assertThat(says("hoursInBand", showing("F-1", 600)))
                .isEqualTo("From 4 January 2021 the job record has 18 h a week, outside the band of less than 16 h");
        minutesFrom = 480;
        assertThat(says("hoursInBand", showing("F-1", 961))).isEqualTo("F-1 shows 16 h 1 min a week, outside the band of 8 h to less than 16 h");
        minutesFrom = null;
        minutesBelow = null;
        assertThat(says("hoursInBand", paper("F-1"))).isEqualTo("The rule has no hours band");
    }

    @Test
    @DisplayName("Hours outside the window do not matter, those on its first and last day do; a day between two jobs is no day of few hours")
    void hoursWithinWindow() {
        jobs = List.of(new JobFact("J-1", FROM.minusDays(30), null, List.of(new JobFact.Hours(FROM.minusDays(30), 600), new JobFact.Hours(FROM, 1080),
                new JobFact.Hours(TO.plusDays(1), 600)), "EMPLOYED", true, false));
        assertThat(says("hoursInBand", paper("F-1"))).startsWith("The job record and the papers");
        jobs = List.of(new JobFact("J-1", FROM, null, List.of(new JobFact.Hours(FROM, 1080), new JobFact.Hours(TO, 600)), "EMPLOYED", true, false));
        assertThat(says("hoursInBand", paper("F-1"))).startsWith("From 4 April 2021 the job record has 10 h");
        jobs = List.of(job("J-1", FROM.plusDays(9), null, 1080));
        assertThat(says("hoursInBand", paper("F-1"))).startsWith("The job record and the papers");
    }

    @Test
    @DisplayName("A paper got on the last day it covers is in order, a day before is not")
    void obtainedAfterPeriod() {
        var got = LocalDate.of(2021, 4, 6);
        assertThat(says("obtainedAfterPeriod", covering("F-1", FROM, got))).isEqualTo("No paper speaks of days after it was obtained");
        assertThat(says("obtainedAfterPeriod", covering("F-1", FROM, got.plusDays(1))))
                .isEqualTo("Obtained before the end of the days it covers: F-1");
    }

    @Test
    @DisplayName("Money that is not pay: which kinds on which paper")
    void otherIncome() {
        var paper = full("F-1", "payslip", FROM, TO, Set.of(IncomeKind.TAX_REFUND, IncomeKind.REDUNDANCY_PAY), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
        assertThat(says("otherIncome", of("F-1", "signed-client-declaration"))).isEqualTo("No paper shows pay");
        assertThat(says("otherIncome", paper("F-1"))).isEqualTo("No paper is noted as showing anything but pay for the work");
        var both = List.of(IncomeKind.TAX_REFUND, IncomeKind.REDUNDANCY_PAY).stream().sorted().map(IncomeKind::label).toList();
        assertThat(says("otherIncome", paper)).isEqualTo("Not all of it is pay for the work, and the contract does not leave it out by name: F-1 ("
                + String.join(", ", both) + ")");
        notCounted = Set.of(IncomeKind.TAX_REFUND);
        assertThat(says("otherIncome", paper)).isEqualTo("The contract does not count all that is shown, so take it off: F-1 ("
                + IncomeKind.TAX_REFUND.label() + ")");
    }

    @Test
    @DisplayName("Used elsewhere: which paper, never whose the other claim is")
    void elsewhere() {
        assertThat(says("fileUsedOnce", paper("F-1"))).isEqualTo("None of the files is on a claim of anybody else");
        assertThat(says("fileUsedOnce", at("F-1", Elsewhere.SAME_CASE, Elsewhere.NOWHERE), paper("F-2")))
                .isEqualTo("The same file also shows another outcome of this person, which is as it should be: F-1");
        assertThat(says("fileUsedOnce", at("F-1", Elsewhere.SAME_PERSON, Elsewhere.NOWHERE)))
                .isEqualTo("The very same file is on a claim for this person under "
                        + "another contract or an earlier referral; the same work is paid for once: F-1");
        assertThat(says("fileUsedOnce", at("F-1", Elsewhere.SAME_PERSON, Elsewhere.NOWHERE), at("F-2", Elsewhere.OTHER_PERSON, Elsewhere.NOWHERE)))
                .isEqualTo("The very same file is on a claim for another person: F-2");
        assertThat(says("periodUsedOnce", at("F-1", Elsewhere.NOWHERE, Elsewhere.SAME_CASE)))
                .isEqualTo("Pay for these days is on no other claim that counts");
        assertThat(says("periodUsedOnce", at("F-1", Elsewhere.NOWHERE, Elsewhere.OTHER_PERSON)))
                .isEqualTo("Pay for the same days is on a claim for another person: F-1");
        assertThat(says("periodUsedOnce", of("F-1", "signed-client-declaration"))).isEqualTo("No paper shows pay");
    }

    @Test
    @DisplayName("Self-employed work: the contract's own list, or accounts and invoices")
    void selfEmployment() {
        jobs = List.of(new JobFact("J-1", FROM, null, List.of(), "SELF_EMPLOYED", true, false), job("J-2", FROM, null, 1080));
        assertThat(says("selfEmployment", paper("F-1"))).isEqualTo("Self-employed work needs accounts or invoices: J-1");
        assertThat(says("selfEmployment", of("F-1", "self-employment-accounts"))).isEqualTo("Accounts or invoices are there for J-1");
        kinds = new Kinds(List.of("payslip"), List.of(), List.of("bank-statement"), List.of());
        assertThat(says("selfEmployment", paper("F-1"))).isEqualTo("No paper of the contract's own list for self-employed work is there for J-1");
        assertThat(says("selfEmployment", of("F-1", "bank-statement")))
                .isEqualTo("A paper of the contract's own list for self-employed work is there for J-1");
        selfEmployment = false;
        assertThat(says("selfEmployment", paper("F-1"))).isEqualTo("The contract does not pay for self-employed work: J-1");
        jobs = List.of();
        assertThat(says("selfEmployment", paper("F-1"))).isEqualTo("No job of this claim is self-employed");
    }

    @Test
    @DisplayName("Work that counts, and whose it is: the jobs at fault")
    void work() {
        assertThat(says("workCounts")).isEqualTo("Paid work, open to anybody, of a kind that counts");
        assertThat(says("supplyChain")).isEqualTo("No job is declared to be with anybody paid under the contract");
        jobs = List.of(job("J-1", FROM, null, 1080), new JobFact("J-2", FROM, null, List.of(), "VOLUNTEERING", true, true),
                new JobFact("J-3", FROM, null, List.of(), "EMPLOYED", false, false));
        assertThat(says("workCounts")).isEqualTo("Not work that the contract pays for: J-2, J-3");
        assertThat(says("supplyChain")).isEqualTo("The employer belongs to the contract's own supply chain: J-2");
        supplyChain = true;
        assertThat(says("supplyChain")).isEqualTo("Declared to be with somebody paid under the contract, which counts such jobs: J-2");
        jobs = List.of();
        assertThat(says("workCounts")).isEqualTo("The outcome does not rest on a job");
    }

    @Test
    @DisplayName("Alternatives: the reason given for each, or those without one")
    void alternatives() {
        var lost = reason("F-1", AlternativeReason.LOST);
        assertThat(says("alternativeExplained", paper("F-2"))).isEqualTo("There is no alternative paper");
        assertThat(says("alternativeExplained", lost, paper("F-2"))).isEqualTo("Judge the reason given: F-1, " + AlternativeReason.LOST.label());
        assertThat(says("alternativeExplained", lost, reason("F-3", null))).isEqualTo("No reason is given for F-3");
    }

    @Test
    @DisplayName("Employers: which paper was asked for on what ground, and what the record does not say")
    void employers() {
        assertThat(says("employerContactBasis", paper("F-1"))).isEqualTo("Nothing was asked of an employer");
        grounds.put("F-1", Grounds.of(true, Disclosure.AGREED, Claimant.UC));
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CONSENT))).isEqualTo(EmployerBasis.CONSENT.label());
        grounds.put("F-1", Grounds.of(true, Disclosure.AGREED, Claimant.NONE));
        var noClaim = "F-1: on 6 April 2021 the record does not say that the person claims or claimed UC, ESA, IB or JSA";
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CLAIMANT))).isEqualTo(noClaim);
        grounds.put("F-1", Grounds.of(false, Disclosure.AGREED, Claimant.NONE));
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CLAIMANT))).isEqualTo(noClaim);
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CONSENT)))
                .isEqualTo("F-1: on 6 April 2021 the person has not agreed that employers are contacted");
        grounds.put("F-1", Grounds.of(true, Disclosure.NOT_ASKED, Claimant.NOT_KNOWN));
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CONSENT)))
                .isEqualTo("F-1: on 6 April 2021 nobody has noted whether the person wants this employer told about the service");
        grounds.put("F-1", Grounds.of(true, Disclosure.REFUSED, Claimant.ESA));
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CONSENT)))
                .isEqualTo("F-1: on 6 April 2021 the person does not want this employer told about the service");
        assertThat(says("employerContactBasis", asked("F-1", EmployerBasis.CLAIMANT)))
                .isEqualTo("The order for claimants allowed it, but the person did not want the employer told: F-1");
    }

    @Test
    @DisplayName("Time and attempts: the last day, and which attempt it is")
    void timeAndAttempts() {
        assertThat(says("inTime")).isEqualTo("Sent in on 7 April 2021; the last day is 4 July 2021");
        assertThat(says("attemptsLeft")).isEqualTo("This is attempt 1 of 2");
        on = LocalDate.of(2021, 7, 5);
        round = 2;
        assertThat(says("inTime")).isEqualTo("The last day was 4 July 2021");
        assertThat(says("attemptsLeft")).isEqualTo("This is attempt 2 of 2: more cannot be asked for");
        round = 3;
        assertThat(says("attemptsLeft")).isEqualTo("This is attempt 3 of 2");
        assertThat(Checks.title("noSuchCheck")).isEqualTo("noSuchCheck");
    }

    private String says(String check, PaperView... papers) {
        var needs = new EvidenceRequirements(kinds, covers, 30, minutesFrom, minutesBelow, selfEmployment, Set.of("VOLUNTEERING"), supplyChain,
                notCounted, 2,
                10, 10);
        var claim = new NewEvidenceCase("C-1", "R-1", "contract", 1, "x", "X", "…", 1, null, "s", Set.of(), "Ada", FROM, TO, LocalDate.of(2021, 7,
                4), jobs,
                needs);
        var view = new EvidenceCaseView(claim, EvidenceStatus.SUBMITTED, round, FROM, on, null, null, null, null, null);
        return Checks.run(new Checks.Facts(view, List.of(papers), grounds, on, LocalDate.of(2021, 7, 4))).stream()
                .filter(result -> result.code().equals(check)).findFirst().orElseThrow().explanation();
    }

    private static JobFact job(String ref, LocalDate from, LocalDate to, int minutes) {
        return new JobFact(ref, from, to, List.of(new JobFact.Hours(from, minutes)), "EMPLOYED", true, false);
    }

    private static PaperView paper(String ref) {
        return of(ref, "payslip");
    }

    private static PaperView of(String ref, String type) {
        return full(ref, type, FROM, TO, Set.of(), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static PaperView covering(String ref, LocalDate from, LocalDate to) {
        return full(ref, "payslip", from, to, Set.of(), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static PaperView at(String ref, Elsewhere file, Elsewhere period) {
        return full(ref, "payslip", FROM, TO, Set.of(), file, period);
    }

    private static PaperView full(String ref, String type, LocalDate from, LocalDate to, Set<IncomeKind> income, Elsewhere file, Elsewhere period) {
        return made(ref, type, null, from, to, ObtainedFrom.CLIENT, null, null, new NewPaper.Shows(18 * 60, null, null, income), file, period);
    }

    private static PaperView about(String ref, String job, LocalDate from, LocalDate to) {
        return made(ref, "payslip", job, from, to, ObtainedFrom.CLIENT, null, null, hours(1080), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static PaperView showing(String ref, Integer minutes) {
        return made(ref, "payslip", null, FROM, TO, ObtainedFrom.CLIENT, null, null, hours(minutes), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static PaperView reason(String ref, AlternativeReason reason) {
        return made(ref, "signed-client-declaration", null, FROM, TO, ObtainedFrom.CLIENT, reason, null, hours(1080), Elsewhere.NOWHERE,
                Elsewhere.NOWHERE);
    }

    private static PaperView asked(String ref, EmployerBasis basis) {
        return made(ref, "payslip", null, FROM, TO, ObtainedFrom.EMPLOYER, null, basis, hours(1080), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static NewPaper.Shows hours(Integer minutes) {
        return new NewPaper.Shows(minutes, null, null, Set.of());
    }

    private static PaperView made(String ref, String type, String job, LocalDate from, LocalDate to, ObtainedFrom source, AlternativeReason reason,
            EmployerBasis basis, NewPaper.Shows shows, Elsewhere file, Elsewhere period) {
        return new PaperView(ref, "C-1", 1, type, job, from, to, source, ObtainedHow.POST, LocalDate.of(2021, 4, 6), "s", reason, "", basis, shows,
                "a.pdf",
                "application/pdf", 9, "", "s", Instant.EPOCH, file, period);
    }
}
