package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person's way from a clinician's referral to paid outcomes, by each role in its own browser window. */
@PlacewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathwayJourneyTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessDriver driver;

    World.Service service;
    Browsing browsing;

    @BeforeAll
    void begin() {
        clock.stopAt(LocalDate.of(2025, 3, 3));
        service = world.under("mhep-haringey-barnet");
        browsing = new Browsing(port);
    }

    @AfterAll
    void end() {
        browsing.close();
    }

    @Test
    @DisplayName("From the referral to a paid outcome, in a browser")
    void journey() {
        var clinician = as(service.clinician());
        browsing.picture(browsing.open(clinician, "/"), "clinician-home");
        browsing.open(clinician, "/do/referral/new");
        browsing.picture(clinician, "referral-parts");
        System.out.println(Browsing.words(clinician));
    }

    private Page as(Actor actor) {
        return browsing.as(actor.username(), PASSWORD, true);
    }
}
