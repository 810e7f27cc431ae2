package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("From the day a job starts: what each coming outcome will need, and papers that wait for their claim")
class EarlyPapersTest {

    private static final LocalDate START = LocalDate.of(2021, 4, 12);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    JobSearch search;
    @Autowired
    Evidence evidence;
    @Autowired
    Gathering gathering;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    World.Service service;
    String ref;
    String job;

    @BeforeEach
    void inWork() {
        clock.stopAt(START);
        service = world.under(ClaimBench.CONTRACT);
        ref = cases.searching(service);
        job = cases.job(service, ref, START);
    }

    @Test
    @DisplayName("On the first day the sustained outcomes are announced with their earliest day, the papers they take and what is missing")
    void announced() {
        var coming = gathering.coming(ref);
        var sustained = sustained();
        assertThat(sustained.begunOn()).isEqualTo(START);
        assertThat(sustained.earliest()).isEqualTo(START.plusWeeks(13).minusDays(1));
        assertThat(sustained.claimBy()).isAfter(sustained.earliest());
        assertThat(sustained.jobs()).extracting(JobFact::jobRef).containsExactly(job);
        assertThat(sustained.preferred()).isNotEmpty();
        assertThat(sustained.there()).isEmpty();
        assertThat(sustained.soFar().missing()).isNotEmpty();
        assertThat(coming).extracting(ComingOutcome::code).doesNotContain("job-start", "engagement");
        assertThat(gathering.comingWithin(91, service.specialist())).extracting(ComingOutcome.OfPerson::referralRef).contains(ref);
        assertThat(gathering.comingWithin(30, service.specialist())).extracting(ComingOutcome.OfPerson::referralRef).doesNotContain(ref);
        assertThat(gathering.comingWithin(91, service.leader())).extracting(ComingOutcome.OfPerson::referralRef).contains(ref);
        assertThat(gathering.comingWithin(91, service.specialistB())).isEmpty();
    }

    @Test
    @DisplayName("A payslip added early is offered to the claim when it opens, and put there with one press; who got it has a hand in the claim")
    void fromShelfToClaim() {
        clock.stopAt(START.plusDays(40));
        var early = add(payslip(START, START.plusDays(27), Samples.pdf("April " + ref), service.specialistB().username()));
        assertThat(sustained().there()).extracting(PaperView::fileRef).containsExactly(early);
        assertThat(sustained().soFar().gaps()).containsExactly(new Period(START.plusDays(28), START.plusDays(40)));
        assertThatThrownBy(() -> add(payslip(START, START.plusDays(27), Samples.pdf("April " + ref), null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("file-there-already"));
        driver.letTimePass(START.plusWeeks(13), ref, job);
        search.recordAppointment(ref, clock.today(), "TELEPHONE", Attendance.ATTENDED, service.specialist());
        var claim = sustainedClaim();
        driver.runDue(claim);
        assertThat(evidence.papers(claim)).isEmpty();
        assertThat(evidence.offered(claim)).extracting(PaperView::fileRef).containsExactly(early);
        assertThat(evidence.participants(claim).involved()).doesNotContain(service.specialistB().username());
        evidence.takePaper(claim, early, service.specialist());
        assertThat(evidence.offered(claim)).isEmpty();
        assertThat(evidence.papers(claim)).singleElement().satisfies(paper -> {
            assertThat(paper.fileRef()).isEqualTo(early);
            assertThat(paper.jobRef()).isEqualTo(job);
            assertThat(paper.obtainedBy()).isEqualTo(service.specialistB().username());
        });
        assertThat(evidence.participants(claim).involved()).contains(service.specialistB().username(), service.specialist().username());
        assertThatThrownBy(() -> evidence.takePaper(claim, early, service.specialist())).isInstanceOf(Problem.NotFound.class);
        evidence.withdrawPaper(claim, early, service.specialist());
        assertThat(evidence.offered(claim)).as("taken off the claim it waits again").hasSize(1);
    }

    @Test
    @DisplayName("Bad files, unknown kinds and strangers are refused before there is a claim, too, and nothing is stored")
    void refused() {
        var exe = Samples.joined(Samples.latin1("MZ"), new byte[200]);
        assertThatThrownBy(() -> add(payslip(START, START, exe, null))).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("file"));
        assertThatThrownBy(() -> add(payslip(START, START, Samples.joined(Samples.pdf("x"), new byte[11 * 1024 * 1024]), null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("file-too-big"));
        assertThatThrownBy(() -> add(paper("a-drawing", START, START, Samples.pdf(ref), null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("typeCode"));
        assertThatThrownBy(() -> add(payslip(START, START, Samples.pdf(ref), service.finance().username())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("obtainedBy"));
        for (var stranger : new Actor[] {service.specialistB(), world.under(ClaimBench.CONTRACT).specialist()}) {
            assertThatThrownBy(() -> gathering.addEarlyPaper(ref, payslip(START, START, Samples.pdf(ref), null), stranger)).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> gathering.earlyPapers(ref, stranger)).isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> gathering.addEarlyPaper(ref, payslip(START, START, Samples.pdf(ref), null), service.leader())).isInstanceOf(Problem.Forbidden.class);
        assertThat(gathering.earlyPapers(ref, service.specialist()).papers()).isEmpty();
    }

    @Test
    @DisplayName("The pages: announced on the record and in the list, opened by specialist and leader, by nobody else")
    void pages() {
        var file = add(payslip(START, START, Samples.pdf(ref), null));
        var specialist = visitor(service.specialist());
        assertThat(specialist.get("/clients/" + ref).body()).contains("What the outcomes still to come will need", "/clients/" + ref + "/papers",
                "Whether the employer may be asked");
        assertThat(specialist.get("/evidence").body()).contains("What comes next", "/clients/" + ref + "/papers");
        var page = specialist.get("/clients/" + ref + "/papers");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(file, "It can be reached on", "There already", "Add a paper");
        assertThat(specialist.get("/clients/" + ref + "/papers/" + file).header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(visitor(service.leader()).get("/clients/" + ref + "/papers").body()).contains(file).doesNotContain("Add a paper");
        for (var path : new String[] {"/clients/" + ref + "/papers", "/clients/" + ref + "/papers/" + file}) {
            assertThat(visitor(service.specialistB()).get(path).status()).as(path).isEqualTo(404);
            for (var barred : new Actor[] {service.validator(), service.clinician(), service.finance()}) {
                assertThat(visitor(barred).get(path).status()).as(path + " " + barred.username()).isEqualTo(403);
            }
        }
        assertThat(specialist.get("/do/employerWish/" + job).body()).contains("Universal Credit");
        assertThat(visitor(service.specialistB()).get("/do/employerWish/" + job).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("The database lets no paper onto another person's claim, and none be changed once it is described")
    void oneProperPlace() {
        var file = add(payslip(START, START, Samples.pdf(ref), null));
        var other = cases.searching(service);
        cases.job(service, other, START);
        var claim = evidence.ofReferral(other).get(0).claimRef();
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into evidence_item (referral_ref, claim_ref, round, type_code, covers_from, covers_to, obtained_from, obtained_how,
                            obtained_on, obtained_by, file_ref, recorded_by, recorded_at)
                        select ?, ?, round, type_code, covers_from, covers_to, obtained_from, obtained_how, obtained_on, obtained_by, file_ref, recorded_by,
                            recorded_at from evidence_item where file_ref = ?""").params(other, claim, file).update()).hasMessageContaining("another person");
        assertThatThrownBy(() -> jdbc.sql("update evidence_item set covers_to = covers_to + 90 where file_ref = ?").param(file).update())
                .isInstanceOf(DataAccessException.class);
        gathering.withdrawEarlyPaper(ref, file, service.specialist());
        assertThatThrownBy(() -> jdbc.sql("update evidence_item set withdrawn_at = null, withdrawn_by = null where file_ref = ?").param(file).update())
                .isInstanceOf(DataAccessException.class);
    }

    private ComingOutcome sustained() {
        return gathering.coming(ref).stream().filter(outcome -> outcome.hasBegun() && outcome.earliest() != null)
                .filter(outcome -> outcome.earliest().equals(START.plusWeeks(13).minusDays(1))).findFirst().orElseThrow();
    }

    private String sustainedClaim() {
        return evidence.ofReferral(ref).stream().filter(view -> view.claim().windowTo().equals(START.plusWeeks(13).minusDays(1))).findFirst().orElseThrow().claimRef();
    }

    private String add(NewPaper paper) {
        return gathering.addEarlyPaper(ref, paper, service.specialist());
    }

    private NewPaper payslip(LocalDate from, LocalDate to, byte[] file, String by) {
        return paper("payslips-covering-window", from, to, file, by);
    }

    private NewPaper paper(String type, LocalDate from, LocalDate to, byte[] file, String by) {
        return new NewPaper(type, null, from, to, ObtainedFrom.CLIENT, ObtainedHow.IN_PERSON, clock.today(), by, null, "", null,
                new NewPaper.Shows(960, 38_400L, null, Set.of()), "payslip.pdf", null, file);
    }

    private Visitor visitor(Actor person) {
        return Visitor.at(port, person);
    }
}
