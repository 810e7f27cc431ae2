package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.Evidence;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class LateRecorderTest {

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Evidence evidence;
    @Autowired JobSearch search;
    @Autowired org.placewell.security.People people;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
    }

    @Test
    @DisplayName("Whoever records facts after the claim was opened does not review it; whoever has reviewed it records no more facts")
    void late() {
        var service = money.service();
        var referral = money.inSupport(service);
        var claim = money.engaged(referral, service);
        people.grant(service.leader().username(), org.placewell.security.Role.VALIDATOR, "office" + service.number(), null, service.contract());
        search.recordAppointment(referral, clock.today(), "TELEPHONE", Attendance.ATTENDED, service.leader());
        assertThat(evidence.participants(claim).involved()).contains(service.leader().username());
        assertThatThrownBy(() -> review(claim, service.leader().username())).isInstanceOf(DataAccessException.class).hasMessageContaining("four-eyes");

        var other = money.inSupport(service);
        var second = money.engaged(other, service);
        review(second, service.leader().username());
        assertThatThrownBy(() -> search.recordAppointment(other, clock.today(), "TELEPHONE", Attendance.ATTENDED, service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("four-eyes"));
        search.recordAppointment(other, clock.today(), "TELEPHONE", Attendance.ATTENDED, service.specialist());
    }

    private void review(String claim, String reviewer) {
        jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reviewer, reviewed_at) values (?, 1, 'FIRST', 'ACCEPTED', ?, now())")
                .params(claim, reviewer).update();
    }
}
