package org.placewell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.triage.Surge;
import org.placewell.triage.Triage;
import org.placewell.waitinglist.WaitingList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
@DisplayName("Bringing in referrals that nobody has decided yet")
class IntakeTriageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 9);
    private static final Map<String, Object> ACCEPT = Map.of("decision", "accept");
    @Autowired Intake intake;
    @Autowired IntakeStore store;
    @Autowired BringIn bringIn;
    @Autowired WhoAndWhere places;
    @Autowired MoneyWorld money;
    @Autowired World world;
    @Autowired Referring referring;
    @Autowired MovableClock clock;
    @Autowired Referrals referrals;
    @Autowired Triage triage;
    @Autowired Surge surge;
    @Autowired Tracker tracker;
    @Autowired ClinicalSide clinicalSide;
    @Autowired WaitingList waitingList;
    @Autowired ProcessDriver driver;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @BeforeEach
    void time() {
        clock.stopAt(TODAY);
    }

    @Test
    @DisplayName("It goes through triage like a clinician's referral, with its own day: clock, tracker, eligibility, and the wait once accepted")
    void triaged() {
        var service = money.service();
        var ref = brought(service, Sheets.toTriage(service, "T1", "Tess")).get(0);
        var referral = referrals.get(ref);
        assertThat(referral.status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThat(referral.referredOn()).isEqualTo("2026-01-12");
        assertThat(referral.acceptedOn()).isNull();
        assertThat(driver.runs(ref)).containsExactly("referral-to-outcome");
        driver.runDue(ref);
        assertThat(driver.waitsAt(ref)).containsExactly("triageReferral");
        var task = driver.open("triageReferral", ref);
        assertThat(task.dueDate()).isEqualTo("2026-01-19");
        assertThat(triage.view(ref, service.leader()).eligibility()).isEqualTo("eligible");
        assertThat(triage.clock(ref).used()).isGreaterThan(90);
        var line = tracker.one(ref, service.clinician());
        assertThat(line.standing().sentence()).contains("The team leader decides");
        assertThat(line.standing().toString()).contains("Brought in on 9 June 2026; the clock counts from the referral");
        assertThat(messages(service.leader(), "referralReceived", ref)).isZero();
        assertThat(messages(service.leader(), "triageOverdue", ref)).as("nobody here could have done it in time").isZero();
        driver.letTimePass(TODAY.plusDays(8), ref);
        assertThat(messages(service.leader(), "triageOverdue", ref)).as("now the team has had it for as long as a new one").isEqualTo(1);
        driver.submit("triageReferral", ref, ACCEPT, service.leader());
        assertThat(referrals.get(ref).acceptedOn()).isEqualTo(TODAY.plusDays(8));
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().joinedOn()).as("the wait counts from the referral").isEqualTo("2026-01-12");
        var later = referring.refer(service);
        driver.submit("triageReferral", later, ACCEPT, service.leader());
        assertThat(waitingList.view(later, service.leader()).orElseThrow().joinedOn()).isEqualTo(TODAY.plusDays(8));
        driver.runDue(ref);
        assertThat(driver.waitsAt(ref)).as("accepted just now: nothing to review yet").doesNotContain("reviewWaiting");
    }

    @Test
    @DisplayName("Without a clinician's name the clinicians of the row's clinical team are the clinical side, they and nobody else")
    void teamSpeaks() {
        var service = money.service();
        var other = world.under(service.contract());
        var row = Sheets.toTriage(service, "C1", "Cora");
        row.remove(Column.REFERRER);
        var waits = Sheets.waiting(service, "C2", "Colm");
        waits.remove(Column.REFERRER);
        waits.put(Column.BIRTH_DATE, "1971-04-05");
        var refs = brought(service, row, waits);
        var ref = refs.get(0);
        driver.runDue(ref);
        assertThat(clinicalSide.of(ref).orElseThrow().there()).isFalse();
        assertThat(clinicalSide.of(ref).orElseThrow().team()).isEqualTo(service.clinicalTeam());
        assertThat(tracker.mine(1, service.clinician())).extracting(one -> one.referral().ref()).as("who waits already stays as before").containsExactly(ref);
        assertThat(tracker.mine(1, other.clinician())).isEmpty();
        assertThatThrownBy(() -> referrals.visible(ref, other.clinician())).isInstanceOf(Problem.NotFound.class);
        driver.submit("triageReferral", ref, Map.of("decision", "askMore", "question", "Which days suit them best?"), service.leader());
        var task = driver.open("answerQuestions", ref);
        assertThat(task.assignee()).isNull();
        assertThat(messages(service.clinician(), "questionAsked", ref)).isEqualTo(1);
        assertThat(messages(service.leader(), "questionAsked", ref)).as("whoever brought it in is not asked").isZero();
        assertThat(Visitor.at(port, service.clinician()).get("/tasks/" + task.taskId()).status()).isEqualTo(200);
        assertThat(Visitor.at(port, other.clinician()).get("/tasks/" + task.taskId()).status()).isIn(403, 404);
        driver.submit("answerQuestions", ref, Map.of("answer", "Mornings"), service.clinician());
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + driver.open("triageReferral", ref).taskId()).text())
                .contains("brought in by " + service.leader().name()).contains("Mornings");
    }

    @Test
    @DisplayName("Whoever looks like somebody here is not asked about in the file: triage finds it and asks")
    void duplicates() {
        var service = money.service();
        var known = brought(service, Sheets.waiting(service, "D1", "Dana")).get(0);
        var file = intake.upload("d.csv", Sheets.csv(List.of(Sheets.toTriage(service, "D2", "Dana"))), service.leader());
        assertThat(intake.one(file, service.leader()).counts()).isEqualTo(Map.of(RowStatus.GOOD, 1));
        assertThat(Visitor.at(port, service.leader()).get("/intake/" + file).text()).contains("1 referral to triage looks like somebody who is here already");
        var ref = bring(service, file).get(0);
        driver.runDue(ref);
        assertThat(driver.waitsAt(ref)).containsExactly("decideDuplicate");
        driver.submit("decideDuplicate", ref, Map.of("duplicateDecision", "same", "earlierReferral", known), service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.DUPLICATE);
    }

    @Test
    @DisplayName("The preview says how many go where and how many are late; leaders hear once for a file")
    void preview() {
        var service = money.service();
        var late = Sheets.toTriage(service, "P1", "Pia");
        late.put(Column.REFERRED_ON, "2025-11-03");
        var today = Sheets.toTriage(service, "P2", "Per");
        today.put(Column.REFERRED_ON, TODAY.toString());
        var file = intake.upload("p.csv", Sheets.csv(List.of(late, today, Sheets.toTriage(service, "P3", "Pol"), Sheets.waiting(service, "P4", "Pam"),
                Sheets.working(service, "P5", "Pip"))), service.leader());
        var preview = intake.preview(file, service.leader());
        assertThat(preview.lines()).extracting(line -> line.stage() + " " + line.good()).containsExactly("TO_TRIAGE 3", "WAITING 1", "IN_WORK 1");
        assertThat(preview.toTriage()).isEqualTo(new Preview.ToTriage(2, LocalDate.of(2025, 11, 10), 0));
        var page = Visitor.at(port, service.leader()).get("/intake/" + file).text();
        assertThat(page).contains("Where they go", "2 referrals to triage are late already", "by its contract the earliest was to be decided by 10 November 2025");
        bring(service, file);
        intake.work();
        assertThat(messages(service.leader(), "referralsBroughtIn", file)).isEqualTo(1);
        assertThat(Visitor.at(port, service.leader()).get("/intake/" + file).text()).contains("Where they go", "Brought in");
    }

    @Test
    @DisplayName("Rows name the column and the way on: days of a list that they are not on, a contract's end, a trial")
    void refused() {
        var service = money.service(terms -> terms.replace("  - effective: 2019-04-01\n", "  - effective: 2019-04-01\n    referrals-until: 2026-03-31\n"));
        var onList = Sheets.toTriage(service, "R1", "Rae");
        onList.put(Column.JOINED_ON, "2026-02-01");
        onList.put(Column.PRIORITY, "1");
        var tooLate = Sheets.toTriage(service, "R2", "Rob");
        tooLate.put(Column.REFERRED_ON, "2026-04-01");
        var lastDay = Sheets.toTriage(service, "R3", "Ria");
        lastDay.put(Column.REFERRED_ON, "2026-03-31");
        assertThat(problems(service, onList, tooLate, lastDay)).containsExactly(
                "joined list on is filled in, but the stage is 'to triage'. Empty it, or change the stage",
                "priority is filled in, but the stage is 'to triage'. Empty it, or change the stage",
                "referred on is after 31 March 2026, until when this contract took referrals");
        var trial = world.under("river-lea");
        assertThat(problems(trial, Sheets.waiting(trial, "R4", "Ray"), Sheets.toTriage(trial, "R5", "Rhi"))).containsExactly(
                "contract runs as a trial, which allocates its people: only rows with the stage 'to triage' can come in");
        assertThat(Visitor.at(port, trial.leader()).get("/intake").text()).contains("(a trial: only to triage)");
    }

    @Test
    @DisplayName("A node that dies in the middle of a batch leaves its rows to the others; twice confirmed, twice sent, each comes in once")
    void resumes() throws InterruptedException {
        var service = money.service();
        var rows = new ArrayList<Map<Column, String>>();
        for (int i = 0; i < 30; i++) {
            var row = Sheets.toTriage(service, "S" + i, "Given" + (char) ('a' + i % 26) + "x".repeat(1 + i / 26));
            row.put(Column.BIRTH_DATE, LocalDate.of(1961, 1, 1).plusDays(i * 31L).toString());
            rows.add(row);
        }
        var file = intake.upload("s.csv", Sheets.csv(rows), service.leader());
        var again = intake.upload("s.csv", Sheets.csv(rows), service.leader());
        intake.confirm(file, List.of(), service.leader());
        assertThatThrownBy(() -> intake.confirm(file, List.of(), service.leader())).isInstanceOf(Problem.Stale.class);
        var around = places.of(service.leader());
        new TransactionTemplate(transactions).executeWithoutResult(dying -> {
            store.claim(file, 5).forEach(row -> bringIn.bring(RowReading.of(row.cells(), around, TODAY).entry(), service.leader()));
            try {
                AtOnce.run(1, List.<Callable<Integer>>of(intake::work));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            dying.setRollbackOnly();
        });
        assertThat(intake.one(file, service.leader()).counts()).isEqualTo(Map.of(RowStatus.READY, 5, RowStatus.DONE, 25));
        assertThat(Visitor.at(port, service.leader()).get("/intake/" + file).text()).contains("25 of 30 rows");
        intake.confirm(again, List.of(), service.leader());
        intake.work();
        var counts = List.of(intake.one(file, service.leader()), intake.one(again, service.leader()));
        assertThat(counts).allMatch(one -> one.status() == ImportStatus.DONE && one.count(RowStatus.DONE) + one.count(RowStatus.ALREADY) == 30);
        assertThat(counts).as("whichever file had its turn first").extracting(one -> one.count(RowStatus.DONE)).matches(done -> done.get(0) + done.get(1) == 30);
        assertThat(jdbc.sql("select count(*) from referral where contract_ref = ?").param(service.contract()).query(Long.class).single()).isEqualTo(30);
        assertThat(intake.rows(file, Set.of(RowStatus.DONE), 30, service.leader())).allMatch(row -> driver.runs(row.referralRef()).size() == 1);
    }

    @Test
    @DisplayName("Last year's referrals are no surge; in a surge they come before the week's own, and are not overtaken unnoticed")
    void noSurge() {
        var service = money.withoutOrders(yaml -> yaml.replace("    trial: false\n", "    trial: false\n    service:\n      surge: 2 a week\n"));
        var rows = new ArrayList<Map<Column, String>>();
        for (int i = 0; i < 4; i++) {
            var row = Sheets.toTriage(service, "G" + i, List.of("Abel", "Brigid", "Conor", "Dervla").get(i));
            row.put(Column.BIRTH_DATE, LocalDate.of(1965 + i, 3, 1).toString());
            row.put(Column.REFERRED_ON, LocalDate.of(2025, 5, 10 - i).toString());
            rows.add(row);
        }
        var file = intake.upload("g.csv", Sheets.csv(rows), service.leader());
        var old = bring(service, file);
        driver.runDue(old.toArray(String[]::new));
        assertThat(surge.now(service.leader())).isEmpty();
        assertThat(old).noneMatch(surge::inBatch);
        referring.refer(service);
        var second = referring.refer(service);
        assertThat(old).noneMatch(surge::inBatch);
        var third = referring.refer(service);
        assertThat(surge.now(service.leader())).hasSize(1);
        assertThat(surge.before(third)).startsWith(old.get(3), old.get(2), old.get(1), old.get(0)).endsWith(second).hasSize(6);
        assertThat(surge.before(old.get(3))).isEmpty();
        assertThatThrownBy(() -> driver.submit("triageReferral", third, ACCEPT, service.leader())).isInstanceOf(Problem.class).hasMessageContaining(old.get(3));
        driver.submit("triageReferral", old.get(3), ACCEPT, service.leader());
        assertThat(referrals.get(old.get(3)).status()).isEqualTo(ReferralStatus.WAITING);
    }

    @SafeVarargs
    private List<String> brought(World.Service service, Map<Column, String>... rows) {
        return bring(service, intake.upload("x.csv", Sheets.csv(List.of(rows)), service.leader()));
    }

    private List<String> bring(World.Service service, String file) {
        intake.confirm(file, List.of(), service.leader());
        intake.work();
        var done = intake.rows(file, Set.of(RowStatus.values()), 100, service.leader());
        assertThat(done).as("%s", done).allMatch(row -> row.status() == RowStatus.DONE);
        return done.stream().map(RowView::referralRef).toList();
    }

    @SafeVarargs
    private List<String> problems(World.Service service, Map<Column, String>... rows) {
        var file = intake.upload("w.csv", Sheets.csv(List.of(rows)), service.leader());
        return intake.rows(file, Set.of(RowStatus.values()), 100, service.leader()).stream().flatMap(row -> row.problems().stream()).toList();
    }

    private long messages(Actor to, String template, String ref) {
        return jdbc.sql("select count(*) from message where username = ? and template = ? and case_ref = ?").params(to.username(), template, ref)
                .query(Long.class).single();
    }
}
