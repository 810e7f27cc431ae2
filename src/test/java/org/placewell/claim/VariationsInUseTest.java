package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.TermsRefused;
import org.placewell.contract.WhatIf;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.AtOnce;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.placewell.workflow.Incidents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Variations of a contract that has claims")
class VariationsInUseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Contracts contracts;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired FirstDays firstDays;
    @Autowired org.camunda.bpm.engine.RepositoryService repository;
    @org.springframework.boot.test.web.server.LocalServerPort int port;
    @Autowired JobSearch search;
    @Autowired AuditTrail audit;
    @Autowired ProcessDriver driver;
    @Autowired Incidents incidents;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
    }

    @Test
    @DisplayName("A ceiling below what is promised is refused with its line; at what is promised it is proposed")
    void ceilings() {
        var service = money.service();
        for (int i = 0; i < 4; i++) {
            money.reserved(service);
        }
        var manager = manager(service, "a");

        var low = later(service, "2026-04-01").replaceAll("(?s)(.*)total: £1,440,000", "$1total: £1,319.99");
        assertThatThrownBy(() -> contracts.propose(service.contract(), low, manager)).isInstanceOfSatisfying(TermsRefused.class, refused ->
                assertThat(refused.mistakes()).singleElement().satisfies(mistake -> {
                    assertThat(low.split("\n")[mistake.line() - 1]).contains("total: £1,319.99");
                    assertThat(mistake.message()).contains("£1,320 is paid or promised already");
                }));
        assertThat(contracts.versions(service.contract())).hasSize(1);
        assertThat(contracts.propose(service.contract(), low.replace("£1,319.99", "£1,320"), manager)).isEqualTo(2);
    }

    @Test
    @DisplayName("A ceiling that was high enough when proposed and is passed meanwhile is not activated")
    void passedMeanwhile() {
        var service = money.service();
        money.reserved(service);
        contracts.propose(service.contract(), later(service, "2026-04-01").replaceAll("(?s)(.*)people: 985", "$1people: 1"), manager(service, "a"));
        money.reserved(service);
        assertThatThrownBy(() -> contracts.activate(service.contract(), 2, manager(service, "b"))).isInstanceOf(Problem.class)
                .hasMessageContaining("people is 1, but 2 are paid for");
    }

    @Test
    @DisplayName("The what-if prices every claim of the contract under the draft, by outcome and by payer")
    void whatIf() {
        var service = money.service();
        money.reserved(service);
        money.reserved(service);
        contracts.propose(service.contract(), later(service, "2026-04-01").replaceAll("(?s)(.*)£330", "$1£400"), manager(service, "a"));

        var whatIf = contracts.whatIf(contracts.terms(service.contract(), 2));

        assertThat(whatIf.total()).isEqualTo(new WhatIf.Line("In all", 2, Pence.parse("£660"), 2, Pence.parse("£800")));
        assertThat(whatIf.payers()).extracting(WhatIf.Line::difference).containsExactly(Pence.parse("£56"), Pence.parse("£56"), Pence.parse("£28"));
    }

    @Test
    @DisplayName("A variation for open referrals prices what they reach from its first day on; a plain one leaves them on their version")
    void openReferrals() {
        for (boolean open : new boolean[] {true, false}) {
            clock.stopAt(DAY);
            var service = money.service();
            var early = money.inSupport(service);
            var late = money.inSupport(service);
            var draft = later(service, "2026-04-01").replaceAll("(?s)(.*)£330", "$1£400")
                    .replace("  - effective: 2026-04-01\n", "  - effective: 2026-04-01\n" + (open ? "    applies-to: open referrals\n" : ""));
            contracts.propose(service.contract(), draft, manager(service, "a"));
            contracts.activate(service.contract(), 2, manager(service, "b"));
            clock.stopAt(LocalDate.of(2026, 3, 31));
            var before = claims.get(money.engaged(early, service));
            clock.stopAt(LocalDate.of(2026, 4, 1));
            money.changed(early);
            var after = claims.get(money.engaged(late, service));

            assertThat(before).returns(1, ClaimView::contractVersion).returns(Pence.parse("£330"), ClaimView::amount);
            assertThat(claims.ofReferral(early)).hasSize(1);
            assertThat(after).returns(open ? 2 : 1, ClaimView::contractVersion).returns(Pence.parse(open ? "£400" : "£330"), ClaimView::amount);
            assertThat(money.in(() -> claims.reserveAmount(after.ref()) && claims.reserveAmount(before.ref()))).isTrue();
            assertThat(money.breaches()).isEmpty();
        }
    }

    @Test
    @DisplayName("On a variation's first day its open referrals are looked at by themselves, each once: what it already pays for is claimed")
    void firstDay() throws InterruptedException {
        ModelCoverage.start("variation-first-day");
        var service = money.service();
        var twice = money.inSupport(service);
        var once = money.inSupport(service);
        search.recordAppointment(twice, DAY, "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        search.recordAppointment(twice, DAY, "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        search.recordAppointment(once, DAY, "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        var draft = later(service, "2026-04-01").replaceAll("(?s)(.*)appointments-attended: 3", "$1appointments-attended: 2")
                .replace("  - effective: 2026-04-01\n", "  - effective: 2026-04-01\n    applies-to: open referrals\n");
        contracts.propose(service.contract(), draft, manager(service, "a"));
        contracts.activate(service.contract(), 2, manager(service, "b"));
        var never = money.job(once, DAY, 16 * 60);
        jdbc.sql("insert into sustainment (job_ref, referral_ref, began_on, status, closed_on) values (?, ?, ?, 'STOPPED', ?)")
                .params(never, once, DAY, DAY).update();
        jdbc.sql("update job set withdrawn_at = now() where ref = ?").param(never).update();
        clock.stopAt(LocalDate.of(2026, 3, 31));
        firstDays.begin();
        assertThat(driver.runs(twice)).isEmpty();
        assertThat(claims.ofReferral(twice)).isEmpty();

        clock.stopAt(LocalDate.of(2026, 4, 1));
        var later = money.inSupport(service);
        AtOnce.run(2, List.of(firstDays::begin, firstDays::begin));
        driver.runDue(twice, once, later);

        assertThat(claims.ofReferral(twice)).singleElement().returns(2, ClaimView::contractVersion).returns("engagement", ClaimView::outcome);
        assertThat(claims.ofReferral(once)).isEmpty();
        firstDays.begin();
        assertThat(driver.runs(twice)).isEmpty();
        ModelCoverage.assertComplete("variation-first-day");
        for (var ref : List.of(twice, once)) {
            assertThat(audit.of(ref).stream().filter(line -> line.action().equals("claim.variation-began"))).singleElement()
                    .returns(service.contract() + "/v2", AuditEntry::rule);
        }
        assertThat(audit.of(later)).extracting(AuditEntry::action).doesNotContain("claim.variation-began");
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A look that fails is tried again, shown to the operator, does not hold up the others, and is done once what was wrong is put right")
    void failedLook() {
        var service = money.service();
        var broken = money.inSupport(service);
        var sound = money.inSupport(service);
        var draft = later(service, "2026-04-01").replace("  - effective: 2026-04-01\n", "  - effective: 2026-04-01\n    applies-to: open referrals\n");
        contracts.propose(service.contract(), draft, manager(service, "a"));
        contracts.activate(service.contract(), 2, manager(service, "b"));
        // A first day so late that no week can be counted from it.
        var job = money.job(broken, DAY, 16 * 60);
        jdbc.sql("insert into sustainment (job_ref, referral_ref, began_on, status) values (?, ?, ?, 'IN_WORK')").params(job, broken, DAY).update();
        jdbc.sql("update job set started_on = date '5874897-12-31' where ref = ?").param(job).update();
        clock.stopAt(LocalDate.of(2026, 4, 1));
        firstDays.begin();
        driver.runDue(sound);
        assertThat(looked(sound)).isTrue();
        for (int tries = 0; tries < 10 && incidents.open().stream().noneMatch(one -> one.reference().equals(broken)); tries++) {
            clock.stopAt(clock.instant().plus(Duration.ofHours(7)));
            assertThatThrownBy(() -> driver.runDue(broken)).isInstanceOf(RuntimeException.class);
            firstDays.begin();
        }
        assertThat(looked(broken)).isFalse();
        var incident = incidents.open().stream().filter(one -> one.reference().equals(broken)).toList();
        assertThat(incident).singleElement().returns("lookAgain", Incidents.Incident::activity).returns("variation-first-day", Incidents.Incident::process);

        jdbc.sql("update job set started_on = ? where ref = ?").params(DAY, job).update();
        incidents.retry(incident.get(0).jobId(), operator());
        driver.runDue(broken);
        assertThat(looked(broken)).isTrue();
        assertThat(driver.runs(broken)).isEmpty();
    }

    @Test
    @DisplayName("A look that cannot even be begun is on the operator's page, with a button to try again that says what is wrong until it is put right")
    void notBegun() {
        var service = money.service();
        var ref = money.inSupport(service);
        contracts.propose(service.contract(), later(service, "2026-04-01").replace("  - effective: 2026-04-01\n",
                "  - effective: 2026-04-01\n    applies-to: open referrals\n"), manager(service, "a"));
        contracts.activate(service.contract(), 2, manager(service, "b"));
        var operator = org.placewell.support.Visitor.at(port, operator());
        assertThat(operator.get("/operator").text()).as("before the first day").doesNotContain(ref);
        clock.stopAt(LocalDate.of(2026, 4, 1));
        repository.suspendProcessDefinitionByKey("variation-first-day");
        try {
            assertThatThrownBy(firstDays::begin).isInstanceOf(FirstDays.NotBegun.class);
            assertThat(operator.get("/operator").text()).contains("Variations that have not reached a referral yet", ref);
            assertThat(operator.post("/operator/first-days").text()).contains("Some could not be begun and stay in the list", "SuspendedEntity");
        } finally {
            repository.activateProcessDefinitionByKey("variation-first-day");
        }
        operator.get("/operator");
        assertThat(operator.post("/operator/first-days").status()).isEqualTo(302);
        assertThat(operator.follow().text()).contains("begun").doesNotContain(ref);
        driver.runDue(ref);
        assertThat(looked(ref)).isTrue();
        assertThatThrownBy(() -> claims.beginLooks(service.leader())).isInstanceOf(org.placewell.shared.Problem.Forbidden.class);
    }

    private boolean looked(String ref) {
        return audit.of(ref).stream().anyMatch(line -> line.action().equals("claim.variation-began"));
    }

    private Actor operator() {
        people.organisation("variations-office", "Office", "INTERMEDIARY");
        people.person("variation-operator", "Operator", "correct horse battery", false);
        people.grant("variation-operator", Role.OPERATOR, "variations-office", null, null);
        return actors.find("variation-operator").orElseThrow();
    }

    /** The contract's file with a second version that says the same from a later day on. */
    private String later(World.Service service, String effective) {
        var yaml = contracts.file(service.contract(), 1, Actor.system());
        return yaml + yaml.substring(yaml.indexOf("  - effective:")).replace("2019-04-01", effective);
    }

    private Actor manager(World.Service service, String which) {
        var name = "variation-" + which + "-" + service.number();
        people.organisation("variations-office", "Office", "INTERMEDIARY");
        people.person(name, "Manager " + name, "correct horse battery", false);
        people.grant(name, Role.CONTRACT_MANAGER, "variations-office", null, service.contract());
        return actors.find(name).orElseThrow();
    }
}
