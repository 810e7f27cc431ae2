package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.contract.ContractSummary;
import org.placewell.performance.Performance;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@PlacewellTest
@DisplayName("What a role in one place does not open elsewhere")
class ScopeTest {

    @Autowired
    MoneyWorld money;
    @Autowired
    Claims claims;
    @Autowired
    Referrals referrals;
    @Autowired
    Performance performance;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    MovableClock clock;
    @LocalServerPort
    int port;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("Somebody signed in whom the service no longer knows is nobody, never the program itself")
    void nobody() {
        var service = money.service();
        var ref = money.inSupport(service);
        SecurityContextHolder.getContext().setAuthentication(
                new UsernamePasswordAuthenticationToken("gone", "", AuthorityUtils.createAuthorityList("ROLE_USER")));
        var gone = actors.current();
        assertThat(gone.isSystem()).isFalse();
        assertThat(gone.grants()).isEmpty();
        assertThatThrownBy(() -> referrals.visible(ref, gone)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> gone.require(Role.FINANCE)).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    @DisplayName("Nobody can be given the name under which the program itself acts")
    void reserved() {
        assertThatThrownBy(() -> people.person("system", "Not the system", "correct horse battery", false))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> people.person("release", "Not a release", "correct horse battery", false))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("Finance reads no facts of a claim, also not with a specialist's or validator's role elsewhere")
    void facts() {
        var service = money.service();
        var claim = money.reserved(service);
        var elsewhere = money.service();
        var finance = service.finance().username();
        people.grant(finance, Role.SPECIALIST, "provider" + elsewhere.number(), elsewhere.team(), null);
        people.grant(finance, Role.VALIDATOR, "office" + elsewhere.number(), null, elsewhere.contract());
        var seen = claims.explanation(claim, actors.find(finance).orElseThrow());
        assertThat(seen.facts()).isEmpty();
        assertThat(seen.reasons()).isEmpty();
        assertThat(claims.explanation(claim, service.specialist()).facts()).isNotEmpty();
        assertThat(claims.explanation(claim, service.validator()).facts()).as("only while the claim is in hand").isEmpty();
        assertThat(claims.explanation(claim, service.specialist()).facts()).isNotEmpty();
    }

    @Test
    @DisplayName("A commissioner or contract manager without a named contract sees the performance of their organisation's contracts only")
    void performance() {
        var service = money.service();
        var n = service.number();
        people.organisation("stranger" + n, "A payer of something else", "PAYER");
        person("payer" + n, Role.COMMISSIONER, "haringey");
        person("stranger-c" + n, Role.COMMISSIONER, "stranger" + n);
        person("stranger-m" + n, Role.CONTRACT_MANAGER, "stranger" + n);
        person("office-m" + n, Role.CONTRACT_MANAGER, "office" + n);
        assertThat(performance.contracts(actors.find("stranger-c" + n).orElseThrow())).isEmpty();
        assertThat(performance.contracts(actors.find("stranger-m" + n).orElseThrow())).isEmpty();
        assertThat(performance.contracts(actors.find("payer" + n).orElseThrow())).extracting(ContractSummary::ref).contains(service.contract())
                .doesNotContain("wla-drug-alcohol");
        assertThat(performance.contracts(actors.find("office-m" + n).orElseThrow())).extracting(ContractSummary::ref).contains(service.contract());
    }

    @Test
    @DisplayName("A statement's form opens for finance of the contract, not for finance of another one")
    void draft() {
        var service = money.service();
        var other = money.service();
        var finance = Visitor.at(port, service.finance());
        assertThat(finance.get("/do/draftStatement/" + service.contract()).status()).isEqualTo(200);
        assertThat(finance.get("/do/draftStatement/" + other.contract()).status()).isEqualTo(404);
        assertThat(finance.get("/do/draftStatement/none-such").status()).isEqualTo(404);
    }

    private void person(String username, Role role, String organisation) {
        people.organisation(organisation, organisation, "PAYER");
        people.person(username, username, "correct horse battery", false);
        people.grant(username, role, organisation, null, null);
    }
}
