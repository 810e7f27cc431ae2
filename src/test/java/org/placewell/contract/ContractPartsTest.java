package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.Terms;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Who has a part in a contract, and what a version's way leaves behind. */
@PlacewellTest
class ContractPartsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);
    @Autowired Contracts contracts;
    @Autowired ContractTitles titles;
    @Autowired ContractScope scope;
    @Autowired VersionStore store;
    @Autowired PlatformTransactionManager transactions;
    @Autowired World world;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    private int number;
    private String ref;
    private Terms terms;

    @BeforeEach
    void contract() {
        clock.stopAt(DAY);
        number = NUMBER.incrementAndGet();
        ref = "parts-test-" + number;
        var yaml = yaml();
        terms = TestTerms.read(yaml);
        store.found(terms, yaml);
    }

    @Test
    @DisplayName("An office sees a contract by a grant for it, as its payee, its payer or an intermediary; no other office does")
    void offices() {
        people.organisation("parts-office", "Office", "INTERMEDIARY");
        people.organisation("parts-elsewhere", "Elsewhere", "PAYER");
        people.organisation("mhep", "MHEP", "INTERMEDIARY");
        people.organisation("haringey", "London Borough of Haringey", "PAYER");
        for (var role : List.of(Role.CONTRACT_MANAGER, Role.COMMISSIONER)) {
            assertThat(List.of("parts-office", "haringey", "parts-elsewhere")).extracting(office -> scope.sees(person(role,
                    office, null, null), terms))
                    .as(role.name()).containsExactly(true, true, false);
            assertThat(scope.sees(person(role, "parts-elsewhere", null, ref), terms)).isTrue();
            assertThat(scope.sees(person(role, "parts-office", null, "wla-drug-alcohol"), terms))
                    .as("a grant for one contract is for that one").isFalse();
        }
        assertThat(scope.manages(person(Role.CONTRACT_MANAGER, "parts-office", null, null), terms)).isTrue();
        assertThat(scope.manages(person(Role.COMMISSIONER, "parts-office", null, null), terms)).isFalse();
        assertThat(scope.manages(person(Role.CONTRACT_MANAGER, "parts-office", null, "wla-drug-alcohol"), terms)).isFalse();
        assertThat(scope.sees(person(Role.OPERATOR, "parts-office", null, null), terms)).isFalse();
        assertThat(scope.sees(Actor.system(), terms)).isTrue();
    }

    @Test
    @DisplayName("A team sees the contracts that refer to it; another team of the same provider does not, nor a grant for another contract")
    void teams() {
        var service = world.under(ref);
        var provider = "provider" + service.number();
        people.team("idle" + service.number(), provider, "Idle team", "EMPLOYMENT");
        assertThat(scope.sees(service.leader(), terms)).isTrue();
        assertThat(scope.sees(service.specialist(), terms)).isTrue();
        assertThat(scope.sees(person(Role.TEAM_LEADER, provider, "idle" + service.number(), null), terms)).isFalse();
        assertThat(scope.sees(person(Role.TEAM_LEADER, provider, null, null), terms)).as("of the whole provider").isTrue();
        assertThat(scope.sees(person(Role.SPECIALIST, provider, service.team(), "wla-drug-alcohol"), terms)).isFalse();
        assertThat(scope.sees(person(Role.SPECIALIST, provider, service.team(), ref), terms)).isTrue();
        assertThat(scope.sees(service.clinician(), terms)).isFalse();
        assertThat(contracts.visible(service.specialist())).extracting(ContractSummary::ref).containsExactly(ref);
    }

    @Test
    @DisplayName("Pages name contracts and payers; what names none stands for itself")
    void names() {
        assertThat(titles.of(ref)).isEqualTo(terms.title());
        assertThat(titles.of("no-such")).isEqualTo("no-such");
        assertThat(titles.payer(ref, "haringey")).isEqualTo("London Borough of Haringey");
        assertThat(titles.payer(ref, "nobody")).isEqualTo("nobody");
        assertThat(titles.payer("no-such", "haringey")).isEqualTo("haringey");
    }

    @Test
    @DisplayName("The summary of a contract is of the version in force, and says when another waits")
    void summaries() {
        assertThat(summary()).returns(terms.title(), ContractSummary::title).returns(1, ContractSummary::version).returns(3, ContractSummary::payers)
                .returns(false, ContractSummary::proposed).satisfies(one -> assertThat(one.outcomes()).contains("Engagement", "Job start"));
        contracts.propose(ref, later(FIRST_DAY), manager("a"));
        assertThat(summary().proposed()).isTrue();
        assertThatThrownBy(() -> contracts.versionInForce("no-such", DAY)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> contracts.terms(ref, 9)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> contracts.file(ref, 9, Actor.system())).isInstanceOf(Problem.NotFound.class);
        assertThat(contracts.file(ref, 1, Actor.system())).isEqualTo(yaml());
    }

    @Test
    @DisplayName("Activated on its very first day it is in force; who proposed and who decided, and when, stays in the list and in the record")
    void activated() {
        var first = manager("a");
        var second = manager("b");
        contracts.propose(ref, later(FIRST_DAY), first);
        assertThat(contracts.versions(ref).get(0)).returns(Status.PROPOSED, VersionView::status).returns(null, VersionView::decidedBy)
                .returns(null, VersionView::decidedAt);
        clock.stopAt(FIRST_DAY);
        contracts.activate(ref, 2, second);
        assertThat(contracts.versions(ref)).extracting(VersionView::version, VersionView::status, VersionView::proposedBy, VersionView::decidedBy)
                .containsExactly(tuple(2, Status.ACTIVE, first.username(), second.username()), tuple(1, Status.ACTIVE, "release", "system"));
        assertThat(contracts.versions(ref).get(0)).returns(clock.instant(), VersionView::decidedAt).returns(FIRST_DAY, VersionView::effective)
                .satisfies(view -> assertThat(view.sha256()).hasSize(64));
        assertThat(contracts.inForce(ref, FIRST_DAY).version()).isEqualTo(2);
        assertThatThrownBy(() -> contracts.activate(ref, 2, second)).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> contracts.reject(ref, 2, "Too late", second)).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("A rejection says why, in a sentence or two; it is in the record, and the version is gone from the contract")
    void rejected() {
        var first = manager("a");
        contracts.propose(ref, later(FIRST_DAY), first);
        for (var reason : new String[] {null, " ", "x".repeat(501)}) {
            assertThatThrownBy(() -> contracts.reject(ref, 2, reason, first)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.field()).isEqualTo("reason"));
        }
        assertThatThrownBy(() -> contracts.reject(ref, 2, "No", world.under(ref).finance())).isInstanceOf(Problem.Forbidden.class);
        contracts.reject(ref, 2, " " + "x".repeat(498) + " ", first);
        assertThat(contracts.versions(ref).get(0)).returns(Status.REJECTED, VersionView::status).returns("x".repeat(498), VersionView::rejectReason)
                .returns(first.username(), VersionView::decidedBy).returns(clock.instant(), VersionView::decidedAt);
        assertThat(audit.of(ref)).extracting(AuditEntry::action, AuditEntry::actor).containsExactly(tuple("contract.proposed", first.username()),
                tuple("contract.rejected", first.username()));
        assertThatThrownBy(() -> contracts.terms(ref, 2)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> contracts.reject(ref, 2, "Again", first)).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("A referral is priced by its own version and, from their first day on, by later ones that move open referrals")
    void variations() {
        contracts.propose(ref, later(FIRST_DAY).replaceFirst("effective: 2026-02-01\n", "effective: 2026-02-01\n    applies-to: open referrals\n"),
                manager("a"));
        assertThat(versions(FIRST_DAY)).as("not active yet").containsExactly(1);
        contracts.activate(ref, 2, manager("b"));
        assertThat(versions(FIRST_DAY.minusDays(1))).containsExactly(1);
        assertThat(versions(FIRST_DAY)).containsExactly(1, 2);
        assertThat(contracts.variations(ref, 2, FIRST_DAY).versions()).extracting(Terms::version).containsExactly(2);
    }

    @Test
    @DisplayName("What comes with the release is brought once: started again, nothing is added and nothing proposed")
    void founded() throws Exception {
        long before = jdbc.sql("select count(*) from contract_version").query(Long.class).single();
        new FoundingVersions(store, transactions);
        assertThat(jdbc.sql("select count(*) from contract_version").query(Long.class).single()).isEqualTo(before);
        assertThat(TestTerms.contracts()).allMatch(contract -> store.count(contract) > 0);
    }

    private ContractSummary summary() {
        return contracts.all().stream().filter(one -> one.ref().equals(ref)).findFirst().orElseThrow();
    }

    private List<Integer> versions(LocalDate day) {
        return contracts.variations(ref, 1, day).versions().stream().map(Terms::version).toList();
    }

    private String yaml() {
        return TestTerms.file("mhep-haringey-barnet").replace("contract: mhep-haringey-barnet", "contract: " + ref);
    }

    private String later(LocalDate from) {
        return yaml() + yaml().substring(yaml().indexOf("  - effective:")).replace("2019-04-01", from.toString());
    }

    private Actor manager(String which) {
        people.organisation("parts-office", "Office", "INTERMEDIARY");
        return person(Role.CONTRACT_MANAGER, "parts-office", null, null, which);
    }

    private Actor person(Role role, String organisation, String team, String contract) {
        return person(role, organisation, team, contract, "p" + NUMBER.incrementAndGet());
    }

    private Actor person(Role role, String organisation, String team, String contract, String which) {
        var username = "parts-" + which + "-" + number;
        people.person(username, username, "correct horse battery", false);
        people.grant(username, role, organisation, team, contract);
        return actors.find(username).orElseThrow();
    }
}
