package org.placewell.correction;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test of corrections begins with: a service of its own on one day, and a correction that one person proposes and confirms. */
abstract class CorrectionFixture {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String WHY = "The contract of employment says otherwise";
    @Autowired RecordCorrections corrections;
    @Autowired MoneyWorld money;
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired ProcessDriver driver;
    @Autowired JobSearch search;
    @Autowired Claims claims;
    @Autowired Referrals referrals;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    World.Service service;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
        service = money.service();
    }

    void confirm(String ref, NewCorrection correction) {
        confirm(ref, correction, service);
    }

    void confirm(String ref, NewCorrection correction, World.Service in) {
        corrections.confirm(corrections.propose(ref, correction, in.specialist()), in.specialist());
    }
}
