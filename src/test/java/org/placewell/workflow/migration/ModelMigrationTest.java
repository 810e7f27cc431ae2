package org.placewell.workflow.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.Processes;
import org.placewell.workflow.WorkListRebuild;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Law 11: hundreds of running cases move to a changed waiting list, and back, and none is lost on the way. */
@PlacewellTest
class ModelMigrationTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int MANY = 200;
    private static final Mapping RENAMED = new Mapping(Map.of("waiting", "inLine"));
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired Referring referring;
    @Autowired Referrals referrals;
    @Autowired Processes processes;
    @Autowired ProcessDriver driver;
    @Autowired RepositoryService repository;
    @Autowired MigrationPlans plans;
    @Autowired MigrationRunner runner;
    @Autowired MigrationStore store;
    @Autowired CaseMover mover;
    @Autowired DataSource source;
    @Autowired WorkListRebuild workList;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    private final List<String> refs = new ArrayList<>();
    private String deployment;
    private World.Service service;
    private Actor operator;
    private int from;

    @BeforeEach
    void begin() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
        people.person("mover" + service.number(), "Operator", "correct horse battery", false);
        people.grant("mover" + service.number(), Role.OPERATOR, "office" + service.number(), null, null);
        operator = actors.find("mover" + service.number()).orElseThrow();
        from = newest();
    }

    @AfterEach
    void oneVersionAgain() {
        clock.stopAt(MONDAY.plusWeeks(6));
        refs.stream().filter(ref -> referrals.get(ref).isOpen()).forEach(ref -> {
            referrals.endEarly(ref, EndReason.WITHDREW, MONDAY, service.leader());
            driver.runDue(ref);
            transaction.executeWithoutResult(status -> processes.end("waiting-list", ref, "the test is over"));
        });
        assertThat(jdbc.sql("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where d.deployment_id_ = ?")
                .param(deployment).query(Long.class).single()).as("cases on the changed version").isZero();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("A preview names what cannot move; with the renamed step named, hundreds move in batches, go on, and those that stood still move back")
    void thereAndBack() {
        waiting(MANY);
        var offered = whole();
        referring.offer(service, offered);
        deploy(text -> text.replace("\"waiting\"", "\"inLine\""));

        var blind = plans.preview("waiting-list", from, newest(), Mapping.equalIds(), operator);
        assertThat(blind.open()).extracting(Preview.OldStep::id, Preview.OldStep::cases).contains(org.assertj.core.groups.Tuple.tuple("waiting",
                blind.cases() - standing(blind, "offer")));
        assertThat(blind.places()).filteredOn(place -> !place.obstacle().isEmpty()).extracting(Preview.Place::cases).contains((long) MANY + others());
        var preview = plans.preview("waiting-list", from, newest(), RENAMED, operator);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.movable()).as("every one: %s", preview.places()).isEqualTo(preview.cases());
        assertThat(versionsOf(refs)).as("a preview moves nothing").containsOnly(from);

        long id = plans.start("waiting-list", from, newest(), RENAMED, "The waiting list has a new step", operator);
        assertThatThrownBy(() -> plans.start("waiting-list", from, newest(), RENAMED, "Once more", operator)).isInstanceOf(Problem.class);
        var gone = refs.get(MANY - 1);
        transaction.executeWithoutResult(status -> processes.end("waiting-list", gone, "ended before its turn"));
        assertThat(runner.batch(id)).as("one batch is not all").isFalse();
        assertThat(plans.report(id, operator).count(CaseStatus.WAITING)).as("progress is in the database").isPositive();
        finish(id);
        var report = plans.report(id, operator);
        assertThat(report.status()).isEqualTo("DONE");
        assertThat(report.count(CaseStatus.REFUSED)).as("refused: %s", report.notes()).isZero();
        assertThat(report.count(CaseStatus.GONE)).isEqualTo(1);
        assertThat(report.count(CaseStatus.MOVED)).isGreaterThanOrEqualTo(MANY);
        assertThat(versionsOf(List.of(refs.get(0), offered))).containsOnly(newest());
        assertThat(workList.differences()).isEmpty();

        referring.answer(service, offered, "accepted", MONDAY);
        assertThat(referrals.get(offered).status()).as("an open offer is answered under the new version").isEqualTo(ReferralStatus.IN_SUPPORT);
        var goesOn = refs.get(0);
        referring.offer(service, goesOn);
        assertThat(driver.waitsAt(goesOn)).as("a moved case goes on").containsExactly("respondToOffer");

        plans.undo(id, operator);
        assertThatThrownBy(() -> plans.undo(id, operator)).isInstanceOf(Problem.Stale.class);
        finish(id);
        report = plans.report(id, operator);
        assertThat(report.status()).isEqualTo("UNDONE");
        assertThat(report.count(CaseStatus.STAYS)).as("the two that have gone on").isEqualTo(2);
        assertThat(report.notes()).extracting(Report.Note::caseRef).contains(goesOn, offered);
        var back = refs.get(1);
        assertThat(versionsOf(List.of(back))).containsOnly(from);
        assertThat(versionsOf(List.of(goesOn))).containsOnly(newest());
        driver.letTimePass(MONDAY.plusWeeks(4), back);
        assertThat(driver.waitsAt(back)).as("its review is due on the old day, under the old version").contains("reviewWaiting");
    }

    @Test
    @DisplayName("Two nodes move cases by themselves; one dies with a case in hand, and the other ends the work: each case moves once, none is left")
    void twoNodes() throws Exception {
        waiting(40);
        deploy(text -> text.replace("\"waiting\"", "\"inLine\""));
        long id = plans.start("waiting-list", from, newest(), RENAMED, "Two nodes", operator);
        var dies = new MigrationRunner(store, mover, true, 1);
        var stays = new MigrationRunner(store, mover, true, 1);
        var inHand = jdbc.sql("select process_instance from model_migration_case where migration_id = ? and case_ref = ?").params(id, refs.get(0))
                .query(String.class).single();
        try (var dead = source.getConnection()) {
            dead.setAutoCommit(false);
            try (var lock = dead.prepareStatement("select 1 from model_migration_case where process_instance = ? for update")) {
                lock.setString(1, inHand);
                lock.executeQuery();
            }
            dies.resume();
            stays.resume();
            await(() -> plans.report(id, operator).count(CaseStatus.MOVED) >= 10);
            dies.destroy();
            await(() -> plans.report(id, operator).count(CaseStatus.WAITING) == 1);
            assertThat(plans.report(id, operator).status()).as("the case in hand is waited for").isEqualTo("RUNNING");
            dead.rollback();
        }
        await(() -> plans.report(id, operator).status().equals("DONE"));
        stays.destroy();
        var report = plans.report(id, operator);
        assertThat(report.count(CaseStatus.REFUSED)).as("refused: %s", report.notes()).isZero();
        assertThat(report.count(CaseStatus.MOVED)).isGreaterThanOrEqualTo(40);
        assertThat(versionsOf(refs)).containsOnly(newest());
        assertThat(workList.differences()).isEmpty();
        plans.undo(id, operator);
        finish(id);
        assertThat(versionsOf(refs)).containsOnly(from);
    }

    private static void await(java.util.function.BooleanSupplier met) throws InterruptedException {
        for (int i = 0; !met.getAsBoolean(); i++) {
            assertThat(i).as("tenths of a second").isLessThan(600);
            Thread.sleep(100);
        }
    }

    @Test
    @DisplayName("On the pages: versions, a plan, a reason that is missing, the report; nobody but an operator gets there")
    void pages() {
        waiting(3);
        deploy(text -> text.replace("\"waiting\"", "\"inLine\""));
        var visitor = Visitor.at(port, operator);
        var plan = "/operator/migrations/plan?process=waiting-list&from=" + from + "&to=" + newest();
        assertThat(visitor.get("/operator/migrations").text()).contains("Plan a move to the newest");
        assertThat(visitor.get(plan).text()).contains("Steps without a partner", "Stays on the old version");
        assertThat(visitor.get(plan + "&step.waiting=nowhere").text()).contains("has no step “nowhere”");
        assertThat(visitor.get(plan + "&step.waiting=inLine").text()).contains("cases can move", "Why the cases are moved");
        var refused = visitor.post("/operator/migrations", "process", "waiting-list", "from", "" + from, "to", "" + newest(), "step.waiting",
                "inLine");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Say in 500 characters or fewer why");
        var begun = visitor.post("/operator/migrations", "reason", "New step");
        assertThat(begun.status()).as(begun.text()).isEqualTo(302);
        assertThat(visitor.follow().text()).contains("Under way", "waiting becomes inLine", "Still to be moved");
        long id = Long.parseLong(begun.location().substring(begun.location().lastIndexOf('/') + 1));
        finish(id);
        visitor.get("/operator/migrations/" + id);
        assertThat(visitor.post("/operator/migrations/" + id + "/undo").status()).isEqualTo(302);
        finish(id);
        assertThat(visitor.follow().text()).contains("Moved back");
        assertThat(visitor.get("/operator/migrations/plan?process=waiting-list&from=x&to=2").status()).isEqualTo(404);
        assertThat(visitor.get("/operator/migrations/plan?process=none&from=1&to=2").status()).isEqualTo(404);
        assertThat(visitor.get("/operator/migrations/999999").status()).isEqualTo(404);
        assertThat(Visitor.at(port, service.leader()).get("/operator/migrations").status()).isEqualTo(403);
        assertThatThrownBy(() -> plans.models(service.leader())).isInstanceOf(Problem.Forbidden.class);
    }

    private void finish(long id) {
        for (int i = 0; !runner.batch(id); i++) {
            assertThat(i).as("batches").isLessThan(1000);
        }
    }

    /** People who wait, without the whole way there; one more in the very same place is made by the whole pathway. */
    private void waiting(int many) {
        for (int i = 0; i < many; i++) {
            var ref = cases.waiting(service);
            transaction.executeWithoutResult(status -> processes.start("waiting-list", ref, "referralRef", Map.of()));
            driver.runDue(ref);
            refs.add(ref);
        }
    }

    private String whole() {
        var ref = referring.waiting(service);
        refs.add(ref);
        return ref;
    }

    private long standing(Preview preview, String word) {
        return preview.places().stream().filter(place -> place.steps().stream().noneMatch(step -> step.equals("Waiting for a place")))
                .mapToLong(Preview.Place::cases).sum();
    }

    /** Cases of other tests that wait under the same version. */
    private long others() {
        return jdbc.sql("""
                        select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.key_ = 'waiting-list' and d.version_ = ? and not (e.business_key_ = any (?))
                            and exists (select 1 from act_ru_execution w where w.proc_inst_id_ = e.id_ and w.act_id_ = 'waiting')""")
                .params(from, refs.toArray(String[]::new)).query(Long.class).single();
    }

    private List<Integer> versionsOf(List<String> refs) {
        return jdbc.sql("""
                        select distinct d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.key_ = 'waiting-list' and e.business_key_ in (:refs)""")
                .param("refs", refs).query(Integer.class).list();
    }

    private int newest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("waiting-list").latestVersion().singleResult().getVersion();
    }

    /** The waiting list and its forms once more, changed. */
    private void deploy(java.util.function.UnaryOperator<String> change) {
        var builder = repository.createDeployment().name("changed waiting list")
                .addString("processes/waiting-list.bpmn", change.apply(read(Path.of("processes/waiting-list.bpmn"))));
        for (var form : List.of("respondToOffer", "reviewWaiting")) {
            builder.addString("forms/" + form + ".form", read(Path.of("forms", form + ".form")));
        }
        deployment = builder.deploy().getId();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
