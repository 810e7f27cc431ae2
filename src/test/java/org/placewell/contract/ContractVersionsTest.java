package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.VersionView.Status;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
@DisplayName("Versions of a contract")
class ContractVersionsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired Contracts contracts;
    @Autowired VersionStore store;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired World world;
    @Autowired TransactionTemplate transaction;

    private String ref;
    private Actor first;
    private Actor second;

    @BeforeEach
    void contract() {
        clock.stopAt(LocalDate.of(2026, 1, 5));
        int n = NUMBER.incrementAndGet();
        ref = "versions-test-" + n;
        var yaml = yaml();
        store.found(TermsReader.read(yaml).versions().get(0), yaml);
        people.organisation("versions-office", "Office", "INTERMEDIARY");
        first = manager("first-manager-" + n);
        second = manager("second-manager-" + n);
    }

    @Test
    @DisplayName("The four contracts of the release are there, active, with their sentences")
    void founded() {
        assertThat(contracts.all()).extracting(ContractSummary::ref)
                .contains("mhep-haringey-barnet", "mhep-tower-hamlets-mh", "mhep-tower-hamlets-ld", "wla-drug-alcohol");
        assertThat(contracts.inForce("wla-drug-alcohol", clock.today()).payers()).hasSize(19);
        assertThat(contracts.sentence("mhep-haringey-barnet", 1, "engagement")).contains("MHEP Ltd £330 (illustrative)");
    }

    @Test
    @DisplayName("A second manager activates a version; referrals from its first day on are pinned to it, earlier ones are not")
    void activated() {
        int version = contracts.propose(ref, later(yaml(), "2026-02-01", "£350"), first);
        assertThat(contracts.versionInForce(ref, LocalDate.of(2026, 3, 1))).isEqualTo(1);

        contracts.activate(ref, version, second);

        assertThat(contracts.versionInForce(ref, LocalDate.of(2026, 1, 31))).isEqualTo(1);
        assertThat(contracts.versionInForce(ref, LocalDate.of(2026, 2, 1))).isEqualTo(2);
        assertThat(contracts.versionInForce(ref, LocalDate.of(2001, 1, 1))).isEqualTo(1);
        assertThat(contracts.terms(ref, 1).rule("engagement").pays()).isEqualTo(Pence.parse("£330"));
        assertThat(contracts.terms(ref, 2).rule("engagement").pays()).isEqualTo(Pence.parse("£350"));
        assertThat(audit.of(ref)).extracting(AuditEntry::action).containsExactly("contract.proposed", "contract.activated");
    }

    @Test
    @DisplayName("Nobody activates their own version, not through the service and not in the database")
    void ownVersion() {
        int version = contracts.propose(ref, later(yaml(), "2026-02-01", "£350"), first);

        assertThatThrownBy(() -> contracts.activate(ref, version, first)).isInstanceOf(Problem.class)
                .hasMessage("You proposed this version. A second contract manager has to activate it");
        assertThatThrownBy(() -> sql("update contract_version set status = 'ACTIVE', activated_by = proposed_by, activated_at = now() "
                + "where contract_ref = '" + ref + "' and version = 2")).hasMessageContaining("contract_version_two_people");
        assertThat(contracts.versions(ref).get(0).status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    @DisplayName("What is written is never changed: the database refuses new terms, removal and a second decision")
    void immutable() {
        contracts.propose(ref, later(yaml(), "2026-02-01", "£350"), first);
        contracts.activate(ref, 2, second);

        for (var change : new String[] {
            "update contract_version set terms = terms || ' ' where contract_ref = '" + ref + "'",
            "update contract_version set effective_from = effective_from - 1 where contract_ref = '" + ref + "' and version = 2",
            "update contract_version set status = 'REJECTED', rejected_by = 'x', rejected_at = now(), activated_by = null, activated_at = null "
                    + "where contract_ref = '" + ref + "' and version = 2",
            "delete from contract_version where contract_ref = '" + ref + "'",
            "truncate contract_version",
            "insert into contract_version (contract_ref, version, status, effective_from, terms, sha256, proposed_by, proposed_at, activated_by, "
                    + "activated_at) values ('" + ref + "', 3, 'ACTIVE', '2027-01-01', 'x', encode(sha256('x'), 'hex'), 'a', now(), 'b', now())"}) {
            assertThatThrownBy(() -> sql(change)).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(contracts.versions(ref)).hasSize(2).allMatch(version -> version.status() == Status.ACTIVE);
    }

    @Test
    @DisplayName("No version after the founding ones is written as active, whoever it says has decided")
    void noBackDoor() {
        for (var proposer : new String[] {"a", "release"}) {
            assertThatThrownBy(() -> sql("insert into contract_version (contract_ref, version, status, effective_from, terms, sha256, proposed_by, "
                    + "proposed_at, activated_by, activated_at) values ('" + ref + "', 2, 'ACTIVE', '2027-01-01', 'x', encode(sha256('x'), 'hex'), '"
                    + proposer + "', now(), 'b', now())")).hasMessageContaining("starts as a proposal");
        }
    }

    @Test
    @DisplayName("Founding versions come together; a file with a further version later is a proposal of the release")
    void foundedTogether() {
        var both = later(yaml().replace("contract: " + ref, "contract: " + ref + "-two"), "2025-01-01", "£350");
        var terms = TestTerms.readAll(both);
        transaction.executeWithoutResult(status -> terms.forEach(version -> store.found(version, both)));
        assertThat(contracts.versionInForce(ref + "-two", clock.today())).isEqualTo(2);
    }

    @Test
    @DisplayName("A rejected version keeps its reason and frees its number; one proposal waits at a time")
    void rejected() {
        contracts.propose(ref, later(yaml(), "2026-02-01", "£350"), first);
        assertThatThrownBy(() -> contracts.propose(ref, later(yaml(), "2026-02-01", "£360"), second)).hasMessageContaining("waits for a decision");

        contracts.reject(ref, 2, "The price is not agreed", first);

        assertThat(contracts.propose(ref, later(yaml(), "2026-02-01", "£360"), second)).isEqualTo(2);
        contracts.activate(ref, 2, first);
        assertThat(contracts.terms(ref, 2).rule("engagement").pays()).isEqualTo(Pence.parse("£360"));
        assertThat(contracts.versions(ref)).extracting(VersionView::rejectReason).contains("The price is not agreed");
    }

    @Test
    @DisplayName("A file with mistakes leaves nothing behind and names line and column of each")
    void refused() {
        var broken = later(yaml(), "2026-02-01", "£350").replace("barnet: 40%", "barnet: 41%").replace("people: 985", "people: some");

        assertThatThrownBy(() -> contracts.propose(ref, broken, first)).isInstanceOfSatisfying(TermsRefused.class,
                refused -> assertThat(refused.mistakes()).allMatch(mistake -> mistake.line() > 1 && mistake.column() > 1)
                        .anyMatch(mistake -> mistake.message().contains("not 'some'")).anyMatch(mistake -> mistake.message().contains("101%")));
        assertThat(contracts.versions(ref)).hasSize(1);
    }

    @Test
    @DisplayName("A new file may not touch an active version, skip the new one, start in the past or belong to another contract")
    void succession() {
        assertThatThrownBy(() -> contracts.propose(ref, later(yaml().replace("£330", "£331"), "2026-02-01", "£350"), first))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.mistakes().get(0).message()).contains("not as it was activated"));
        assertThatThrownBy(() -> contracts.propose(ref, yaml(), first))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.mistakes().get(0).message()).contains("one new version"));
        assertThatThrownBy(() -> contracts.propose(ref, later(yaml(), "2025-12-31", "£350"), first))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.mistakes().get(0).message()).contains("has passed"));
        assertThatThrownBy(() -> contracts.propose(ref, TestTerms.file("mhep-haringey-barnet"), first))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> assertThat(refused.mistakes().get(0).message()).contains("not for '" + ref));
    }

    @Test
    @DisplayName("A version whose first day has passed is not activated any more")
    void tooLate() {
        contracts.propose(ref, later(yaml(), "2026-02-01", "£350"), first);
        clock.stopAt(LocalDate.of(2026, 2, 2));
        assertThatThrownBy(() -> contracts.activate(ref, 2, second)).hasMessageContaining("has passed");
    }

    @Test
    @DisplayName("Only a contract manager of the contract proposes and decides; others do not even find a contract they have no part in")
    void scope() {
        var service = world.under(ref);
        assertThatThrownBy(() -> contracts.propose(ref, yaml(), service.finance())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> contracts.activate(ref, 2, service.finance())).isInstanceOf(Problem.Forbidden.class);
        assertThat(contracts.visible(ref, 0, service.specialist()).contract()).isEqualTo(ref);
        assertThatThrownBy(() -> contracts.visible(ref, 0, service.clinician())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> contracts.visible("mhep-haringey-barnet", 0, service.finance())).isInstanceOf(Problem.NotFound.class);
        assertThat(contracts.visible(service.validator())).extracting(ContractSummary::ref).containsExactly(ref);
    }

    private String yaml() {
        return TestTerms.file("mhep-haringey-barnet").replace("contract: mhep-haringey-barnet", "contract: " + ref);
    }

    private static String later(String yaml, String effective, String engagementPrice) {
        var version = yaml.substring(yaml.indexOf("  - effective:"));
        return yaml + version.replace("2019-04-01", effective).replace("£330", engagementPrice);
    }

    private Actor manager(String username) {
        people.person(username, username, "correct horse battery", false);
        people.grant(username, Role.CONTRACT_MANAGER, "versions-office", null, null);
        return actors.find(username).orElseThrow();
    }

    private void sql(String statement) {
        transaction.executeWithoutResult(status -> jdbc.sql(statement).update());
    }
}
