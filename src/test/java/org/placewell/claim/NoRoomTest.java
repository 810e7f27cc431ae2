package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("An outcome reached when a cap is full")
class NoRoomTest {

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired People people;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 3, 2));
    }

    @Test
    @DisplayName("opens no claim; the specialist, the team and the contract manager are told once, and it stays on their lists")
    void noticed() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var manager = "manager" + service.number();
        people.person(manager, "A manager", "correct horse battery", false);
        people.grant(manager, Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        money.reserved(service);

        var referral = money.inSupport(service);
        money.appointments(referral, service);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).isEmpty();
        for (var who : new String[] {service.leader().username(), service.specialist().username(), manager}) {
            assertThat(jdbc.sql("select count(*) from message where username = ? and template = 'outcomeWithoutRoom' and case_ref = ?")
                    .params(who, referral).query(Integer.class).single()).as(who).isEqualTo(1);
        }
        assertThat(claims.withoutRoom(service.specialist())).singleElement().satisfies(line -> {
            assertThat(line.referralRef()).isEqualTo(referral);
            assertThat(line.amount()).isEqualTo(Pence.parse("330"));
            assertThat(line.why()).contains("The contract pays for 1 people");
        });
        assertThat(claims.withoutRoom(service.finance())).hasSize(1);
        assertThat(claims.withoutRoom(service.clinician())).isEmpty();
        assertThat(claims.withoutRoom(money.service().finance())).isEmpty();
    }

    @Test
    @DisplayName("after its evidence was accepted is told as well")
    void validated() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var second = money.claim(service);
        money.reserved(service);
        assertThat(money.in(() -> claims.reserveAmount(second))).isFalse();
        assertThat(jdbc.sql("select count(*) from message where username = ? and template = 'claimWithoutRoom'")
                .param(service.specialist().username()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("Finance and validators are given named contracts, by the program and by the database")
    void namedContracts() {
        var service = money.service();
        assertThatThrownBy(() -> people.grant(service.finance().username(), Role.VALIDATOR, "office" + service.number(), null, null))
                .isInstanceOf(Problem.class).hasMessageContaining("Name the contract");
        assertThatThrownBy(() -> jdbc.sql("insert into role_grant (username, role, organisation_id) values (?, 'FINANCE', ?)")
                .params(service.clinician().username(), "office" + service.number()).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
