package org.placewell.claim;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.placewell.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of single claims begin with: one day, and an engagement that facts bear, no longer bear, and bear again. */
abstract class ClaimFixture {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
    }

    /** The record now says of all the person's appointments that they did, or did not, come; nobody has looked at the claims again yet. */
    void attendance(String referral, boolean came) {
        jdbc.sql("update appointment set outcome = ? where referral_ref = ?").params(came ? "ATTENDED" : "DID_NOT_ATTEND", referral).update();
    }

    /** The one claim of a referral for an outcome. */
    String claimFor(String referral, String outcome) {
        return claims.ofReferral(referral).stream().filter(claim -> claim.outcome().equals(outcome)).findFirst().orElseThrow().ref();
    }

    /** Validates a claim. @return whether its amount is reserved */
    boolean reserve(String claim) {
        return money.in(() -> claims.reserveAmount(claim));
    }
}
