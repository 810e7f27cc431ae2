package org.placewell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.ReferralFacts;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.sustainment.MilestoneStatus;
import org.placewell.sustainment.Sustainment;
import org.placewell.waitinglist.WaitingList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Bringing an existing caseload in")
class IntakeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 9);
    @Autowired Intake intake;
    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired MovableClock clock;
    @Autowired Referrals referrals;
    @Autowired ReferralFacts facts;
    @Autowired WaitingList waitingList;
    @Autowired Caseload caseload;
    @Autowired JobSearch search;
    @Autowired Sustainment sustainment;
    @Autowired Claims claims;
    @Autowired ProcessDriver driver;
    @Autowired AuditTrail audit;
    @Autowired JdbcClient jdbc;
    @Autowired People people;
    @Autowired Actors actors;
    @LocalServerPort int port;

    @BeforeEach
    void time() {
        clock.stopAt(TODAY);
    }

    @Test
    @DisplayName("Somebody who waits keeps the true first day of the wait, and the list goes on as usual")
    void waits() {
        var service = money.service();
        var ref = brought(service, Sheets.waiting(service, "W1", "Wanda")).get(0);
        var referral = referrals.get(ref);
        assertThat(referral.status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(referral.referredOn()).isEqualTo("2026-01-12");
        assertThat(referral.referrer()).isEqualTo(service.clinician().username());
        assertThat(referral.consents().evidence()).isTrue();
        assertThat(referral.consents().employers()).isFalse();
        var wait = waitingList.view(ref, service.leader()).orElseThrow();
        assertThat(wait.joinedOn()).isEqualTo("2026-01-19");
        assertThat(referrals.steps(ref, service.leader())).extracting(step -> step.status() + " " + step.at().atZone(MovableClock.LONDON).toLocalDate()
                + " " + step.detail()).containsExactly("RECEIVED 2026-01-12 brought in", "WAITING 2026-01-19 brought in");
        assertThat(driver.runs(ref)).containsExactly("referral-to-outcome", "waiting-list");
        assertThat(driver.waitsAt(ref)).contains("message placeOffered").doesNotContain("reviewWaiting");
        driver.runDue(ref);
        assertThat(driver.waitsAt(ref)).as("a long wait is no news to whoever brings the list in").contains("message placeOffered");
        caseload.offerPlace(ref, service.specialist().username(), "", service.leader());
        driver.submit("respondToOffer", ref, Map.of("offerAnswer", "accepted", "reachedOn", TODAY.toString(), "channel", "phone"), service.specialist());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(driver.open("vocationalProfile", ref).assignee()).isEqualTo(service.specialist().username());
    }

    @Test
    @DisplayName("What the priority table gives people brought in waiting is known from the first day: a correction that changes nothing in it is no news")
    void tablePriority() {
        var service = money.service();
        var decided = Sheets.waiting(service, "W2", "Walter");
        decided.put(Column.PRIORITY, "1");
        var refs = brought(service, Sheets.waiting(service, "W1", "Wanda"), decided);
        assertThat(refs).extracting(ref -> jdbc.sql("select priority || ' ' || table_priority from waiting_entry where referral_ref = ?").param(ref)
                .query(String.class).single()).containsExactly("3 3", "1 3");
        waitingList.jump(refs.get(0), 4, "Asked to wait until the summer", service.leader());
        money.in(() -> {
            refs.forEach(ref -> facts.area(ref, "Barnet", service.leader()));
            return null;
        });
        assertThat(jdbc.sql("select count(*) from message where template = 'priorityChanged' and case_ref in (:refs)").param("refs", refs)
                .query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("Somebody in support is on the caseload since the true day, with the next thing to do, due from today on")
    void supported() {
        var service = money.service();
        var profiled = Sheets.supported(service, "S2", "Pia");
        profiled.put(Column.PROFILE_ON, "16/02/2026");
        var refs = brought(service, Sheets.supported(service, "S1", "Sami"), profiled);
        assertThat(caseload.supportBegan(refs.get(0))).contains(LocalDate.of(2026, 2, 2));
        var task = driver.open("vocationalProfile", refs.get(0));
        assertThat(task.assignee()).isEqualTo(service.specialist().username());
        assertThat(task.dueDate()).isAfter(TODAY);
        driver.runDue(refs.toArray(String[]::new));
        assertThat(audit.of(refs.get(0))).extracting("action").contains("referral.brought-in").doesNotContain("employer-contact.overdue");
        assertThat(driver.open("benefitsAdvice", refs.get(1)).dueDate()).isAfter(TODAY);
        assertThat(claims.ofReferral(refs.get(1))).as("the profile's engagement was reached before").isEmpty();
    }

    @Test
    @DisplayName("Somebody in work goes on in the same job; what was reached before is not claimed, what comes is")
    void working() {
        var service = money.service();
        var ref = brought(service, Sheets.working(service, "J1", "Joy")).get(0);
        var job = search.jobs(ref).get(0);
        assertThat(job.startedOn()).isEqualTo("2026-03-02");
        assertThat(driver.waitsAt(ref)).contains("message supportFinished", "message contactLost");
        assertThat(sustainment.milestones(job.ref())).allSatisfy(milestone -> assertThat(milestone.status())
                .isEqualTo(!milestone.dueOn().isAfter(TODAY) ? MilestoneStatus.RECORDED : MilestoneStatus.AHEAD));
        driver.runDue(ref, job.ref());
        assertThat(claims.ofReferral(ref)).isEmpty();
        jdbc.sql("select count(*) from work_item where referral_ref = ? and closed_at is null and due_date < ?").params(ref, TODAY)
                .query(Long.class).optional().ifPresent(overdue -> assertThat(overdue).isZero());
        search.endJob(job.ref(), TODAY, org.placewell.jobsearch.JobEndReason.RESIGNED, service.specialist());
        driver.runDue(ref, job.ref());
        assertThat(claims.ofReferral(ref)).as("an end changes nothing about what was reached elsewhere").isEmpty();
        assertThat(driver.runs(ref)).containsExactly("job-search", "referral-to-outcome");
    }

    @Test
    @DisplayName("A day in 'claims from' claims what was reached since, and nothing reached before it")
    void claimsFrom() {
        var service = money.service();
        var row = Sheets.working(service, "C1", "Cleo");
        row.put(Column.CLAIMS_FROM, "31/05/2026");
        var ref = brought(service, row).get(0);
        var job = search.jobs(ref).get(0);
        driver.runDue(ref, job.ref());
        assertThat(claims.ofReferral(ref)).extracting("outcome").as("thirteen weeks were complete on 31 May; engagement and start lie before")
                .containsExactly("sustained-16h-or-more");
    }

    @Test
    @DisplayName("The same file twice, and a mended one with rows that were in before, bring nobody in twice")
    void idempotent() {
        var service = money.service();
        var first = Sheets.waiting(service, "I1", "Ines");
        var file = Sheets.csv(List.of(first));
        var one = intake.upload("a.csv", file, service.leader());
        var two = intake.upload("a.csv", file, service.leader());
        intake.confirm(one, List.of(), service.leader());
        intake.confirm(two, List.of(), service.leader());
        intake.work();
        assertThat(intake.one(one, service.leader()).count(RowStatus.DONE) + intake.one(two, service.leader()).count(RowStatus.DONE)).isEqualTo(1);
        assertThat(intake.one(two, service.leader()).status()).isEqualTo(ImportStatus.DONE);
        var mended = intake.upload("b.csv", Sheets.csv(List.of(first, Sheets.waiting(service, "I2", "Ivo"))), service.leader());
        assertThat(intake.one(mended, service.leader()).counts()).isEqualTo(Map.of(RowStatus.ALREADY, 1, RowStatus.GOOD, 1));
        assertThatThrownBy(() -> intake.confirm(one, List.of(), service.leader())).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("Rows are checked against each other and our records; whoever may be here already waits for a person's decision")
    void checked() {
        var service = money.service();
        var number = Sheets.number(service.number() * 50);
        var known = numbered(Sheets.waiting(service, "K1", "Kim"), number);
        brought(service, known);
        var otherDay = numbered(Sheets.waiting(service, "K2", "Kit"), number);
        otherDay.put(Column.BIRTH_DATE, "18/05/1999");
        var alike = Sheets.waiting(service, "K4", "Kim");
        var twice = Sheets.waiting(service, "K5", "Lea");
        var wrong = Sheets.waiting(service, "K6", "Mo");
        wrong.put(Column.REFERRED_ON, "31/02/2026");
        wrong.put(Column.SPECIALIST, service.specialist().username());
        var ref = intake.upload("c.csv", Sheets.csv(List.of(otherDay, numbered(Sheets.waiting(service, "K3", "Kim"), number), alike, twice, twice, wrong)),
                service.leader());
        var rows = intake.rows(ref, Set.of(RowStatus.values()), 100, service.leader());
        assertThat(rows.get(0).problems()).singleElement().asString().startsWith("nhs number and birth date do not go together");
        assertThat(rows.get(1).problems()).singleElement().asString().contains("stands in row 2, too");
        assertThat(rows.get(2).status()).isEqualTo(RowStatus.ASK);
        assertThat(rows.get(2).remarks()).anySatisfy(remark -> assertThat(remark).contains("May be Kim Example, born "));
        var open = intake.upload("o.csv", Sheets.csv(List.of(numbered(Sheets.waiting(service, "K7", "Kim"), number))), service.leader());
        assertThat(intake.rows(open, Set.of(RowStatus.WRONG), 9, service.leader()).get(0).problems()).singleElement().asString()
                .contains("open referral");
        var other = Sheets.number(service.number() * 50 + 1);
        brought(service, numbered(Sheets.waiting(service, "K8", "Una"), other));
        // The same person's record under another number, which no longer stands: the open referral is found through it as well.
        jdbc.sql("update person set joined_to = (select id from person where nhs_number = ?), birth_date = birth_date where nhs_number = ?").params(number, other)
                .update();
        jdbc.sql("update referral set person_id = (select id from person where nhs_number = ?), status = 'ENDED', end_reason = 'WITHDREW', ended_on = referred_on"
                + " where person_id = (select id from person where nhs_number = ?)").params(number, other).update();
        var joined = intake.upload("j.csv", Sheets.csv(List.of(numbered(Sheets.waiting(service, "K9", "Una"), other))), service.leader());
        assertThat(intake.rows(joined, Set.of(RowStatus.WRONG), 9, service.leader()).get(0).problems()).singleElement().asString()
                .as("by a number whose record was joined").contains("open referral");
        assertThat(rows.get(4).problems()).singleElement().asString().contains("row key stands in row 5, too");
        assertThat(rows.get(5).problems()).hasSize(2).anySatisfy(what -> assertThat(what).isEqualTo("referred on is not a day of the calendar"));
        var csv = new String(intake.faults(ref, false, service.leader()).content(), StandardCharsets.UTF_8);
        assertThat(csv).contains("row,what is wrong,row key").contains("referred on is not a day of the calendar");
        intake.confirm(ref, List.of(rows.get(2).line()), service.leader());
        intake.work();
        var after = intake.one(ref, service.leader());
        assertThat(after.status()).isEqualTo(ImportStatus.DONE);
        assertThat(after.count(RowStatus.DONE)).isEqualTo(rows.stream().filter(row -> row.status() == RowStatus.GOOD).count() + 1);
    }

    @Test
    @DisplayName("A file belongs to whoever sent it, and brings people into own teams only")
    void scope() {
        var service = money.service();
        var other = money.service();
        var ref = intake.upload("d.csv", Sheets.csv(List.of(Sheets.waiting(other, "D1", "Dora"))), service.leader());
        assertThat(intake.rows(ref, Set.of(RowStatus.WRONG), 10, service.leader()).get(0).problems())
                .anySatisfy(what -> assertThat(what).isEqualTo("contract is not a contract that you can bring people into"));
        assertThatThrownBy(() -> intake.one(ref, other.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> intake.confirm(ref, List.of(), service.leader())).hasMessageContaining("nobody to bring in");
        assertThatThrownBy(() -> intake.upload("d.csv", new byte[] {1}, service.specialist())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    @DisplayName("A contract manager brings people into the teams of the own contract and no other, sees it done, and opens no record of it")
    void contractManager() {
        var service = money.service();
        var other = money.service();
        var username = "manager" + service.number();
        people.person(username, "Manager", "correct horse battery", false);
        people.grant(username, Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        var manager = actors.find(username).orElseThrow();
        var ref = intake.upload("m.csv", Sheets.csv(List.of(Sheets.waiting(service, "M1", "Mona"), Sheets.waiting(other, "M2", "Milo"))), manager);
        assertThat(intake.rows(ref, Set.of(RowStatus.WRONG), 10, manager)).extracting(RowView::rowKey).containsExactly("M2");
        var pages = Visitor.at(port, manager);
        assertThat(pages.get("/intake/" + ref).text()).contains("Bring in 1 person", "contract is not a contract that you can bring people into");
        assertThat(pages.post("/intake/" + ref + "/confirm").status()).isEqualTo(302);
        intake.work();
        var done = pages.get("/intake/" + ref);
        var brought = intake.rows(ref, Set.of(RowStatus.DONE), 10, manager).get(0).referralRef();
        assertThat(done.text()).contains("Brought in", brought);
        assertThat(done.body()).doesNotContain("/clients/");
        assertThat(pages.get("/clients/" + brought).status()).isIn(403, 404);
        assertThat(waitingList.view(brought, service.leader())).isPresent();
        assertThatThrownBy(() -> intake.one(ref, other.leader())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("Whoever is named as the referrer belongs to the row's clinical team: nobody of another trust gains sight of the person")
    void referrer() {
        var service = money.service();
        var other = money.service();
        var byLogin = Sheets.waiting(service, "N1", "Nia");
        byLogin.put(Column.REFERRER, other.clinician().username());
        var byName = Sheets.waiting(service, "N2", "Noor");
        byName.put(Column.REFERRER, other.clinician().name());
        var own = Sheets.waiting(service, "N3", "Nell");
        own.put(Column.REFERRER, service.clinician().name().toUpperCase(java.util.Locale.UK));
        var ref = intake.upload("n.csv", Sheets.csv(List.of(byLogin, byName, own)), service.leader());
        var rows = intake.rows(ref, Set.of(RowStatus.values()), 10, service.leader());
        assertThat(rows.subList(0, 2)).allSatisfy(row -> assertThat(row.problems()).singleElement().asString()
                .startsWith("referrer is no clinician of this row's clinical team"));
        assertThat(rows.get(2).problems()).isEmpty();
    }

    @Test
    @DisplayName("Of somebody who is known already an import fills in what is not known, and never overwrites a telephone or an e-mail address")
    void reach() {
        var service = money.service();
        var other = money.service();
        var number = Sheets.number(service.number() * 50 + 3);
        var first = numbered(Sheets.waiting(service, "P1", "Pat"), number);
        first.put(Column.PHONE, "07700 900001");
        brought(service, first);
        var again = numbered(Sheets.waiting(other, "P2", "Pat"), number);
        again.put(Column.BIRTH_DATE, first.get(Column.BIRTH_DATE));
        again.put(Column.PHONE, "07700 900999");
        again.put(Column.EMAIL, "pat@example.org");
        var ref = brought(other, again).get(0);
        assertThat(jdbc.sql("select p.phone || ' ' || p.email from person p join referral r on r.person_id = p.id where r.ref = ?").param(ref)
                .query(String.class).single()).isEqualTo("07700 900001 pat@example.org");
    }

    @Test
    @DisplayName("Four hands on one file confirmed twice at once: one confirmation, every row once, none forgotten")
    void race() throws InterruptedException {
        var service = money.service();
        var rows = new ArrayList<Map<Column, String>>();
        for (int i = 0; i < 60; i++) {
            var row = i % 3 == 0 ? Sheets.waiting(service, "R" + i, "Given" + i) : i % 3 == 1 ? Sheets.toTriage(service, "R" + i, "Given" + i) : Sheets.working(service, "R" + i, "Given" + i);
            row.put(Column.FAMILY_NAME, "Family" + service.number() + "x" + i);
            row.computeIfPresent(Column.EMPLOYER, (column, name) -> "Employer " + rows.size() % 7);
            rows.add(numbered(row, Sheets.number(service.number() * 100 + 5000 + i)));
        }
        var ref = intake.upload("r.csv", Sheets.csv(rows), service.leader());
        var confirmed = AtOnce.run(4, Collections.nCopies(4, (Callable<Boolean>) () -> confirms(ref, service.leader())));
        assertThat(confirmed).containsOnlyOnce(true);
        AtOnce.run(4, Collections.nCopies(4, (Callable<Integer>) intake::work));
        intake.work();
        var file = intake.one(ref, service.leader());
        assertThat(file.counts()).isEqualTo(Map.of(RowStatus.DONE, 60));
        assertThat(file.status()).isEqualTo(ImportStatus.DONE);
        assertThat(jdbc.sql("select count(*) from referral where contract_ref = ?").param(service.contract()).query(Long.class).single()).isEqualTo(60);
        var running = intake.rows(ref, Set.of(RowStatus.DONE), 100, service.leader()).stream()
                .map(row -> row.stage() + " " + driver.runs(row.referralRef()).size()).distinct();
        assertThat(running).as("triage begins in a step of its own").containsExactly("WAITING 2", "TO_TRIAGE 1", "IN_WORK 2");
    }

    @Test
    @DisplayName("A row that fails in its turn stops nobody else and can be tried again")
    void oneFails() {
        var service = money.service();
        var number = Sheets.number(service.number() * 50 + 7);
        var ref = intake.upload("f.csv", Sheets.csv(List.of(numbered(Sheets.waiting(service, "F1", "Fay"), number), Sheets.supported(service, "F2", "Gil"))),
                service.leader());
        // Between the check and the turn somebody else has brought the first person in.
        brought(service, numbered(Sheets.waiting(service, "F9", "Fay"), number));
        intake.confirm(ref, List.of(), service.leader());
        intake.work();
        var file = intake.one(ref, service.leader());
        assertThat(file.counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.FAILED, 1));
        assertThat(intake.rows(ref, Set.of(RowStatus.FAILED), 9, service.leader()).get(0).problems())
                .containsExactly("This person already has an open referral to this service");
        intake.again(ref, service.leader());
        intake.work();
        assertThat(intake.one(ref, service.leader()).counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.FAILED, 1));
    }

    private boolean confirms(String ref, Actor actor) {
        try {
            intake.confirm(ref, List.of(), actor);
            return true;
        } catch (Problem.Stale tooLate) {
            return false;
        }
    }

    @SafeVarargs
    private List<String> brought(World.Service service, Map<Column, String>... rows) {
        var ref = intake.upload("x.csv", Sheets.csv(List.of(rows)), service.leader());
        var ask = intake.rows(ref, Set.of(RowStatus.ASK), 100, service.leader()).stream().map(RowView::line).toList();
        intake.confirm(ref, ask, service.leader());
        intake.work();
        var done = intake.rows(ref, Set.of(RowStatus.values()), 100, service.leader());
        assertThat(done).as("%s", done).allMatch(row -> row.status() == RowStatus.DONE);
        return done.stream().map(RowView::referralRef).toList();
    }

    private static Map<Column, String> numbered(Map<Column, String> row, String number) {
        row.put(Column.NHS_NUMBER, number);
        row.remove(Column.NO_NUMBER_REASON);
        return row;
    }
}
