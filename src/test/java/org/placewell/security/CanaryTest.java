package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Law 7: no personal data in engine tables, logs, addresses or messages. A word that exists nowhere else is put into every sensitive field. */
@PlacewellTest
class CanaryTest {

    private static final String CANARY = "zzkanarie";
    private static final String EMAIL = CANARY + "@example.com";

    @Autowired
    World world;
    @Autowired
    Referrals referrals;
    @Autowired
    Caseload caseload;
    @Autowired
    JobSearch jobSearch;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("What is typed about a person is in our own tables, and in no engine table, log line, audit line, message or address")
    void nowhere() {
        clock.stopAt(LocalDate.of(2024, 3, 4));
        var log = listen();
        var number = Referring.nhsNumber();
        try {
            live(number);
        } finally {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        }
        assertThat(jdbc.sql("select count(*) from person where family_name like ?").param("%" + CANARY + "%").query(Long.class).single())
                .as("the canary can be found where it belongs").isPositive();
        for (var word : List.of(CANARY, number, "01632960777")) {
            assertThat(found(word, "table_name like 'act\\_%'")).as("engine tables with " + word).isEmpty();
            assertThat(found(word, "table_name in ('audit_event', 'message', 'command_key', 'task_move')")).as("our tables with " + word).isEmpty();
            assertThat(log.list).as("log lines with " + word).noneMatch(line -> line.getFormattedMessage().toLowerCase().contains(word)
                    || line.getThrowableProxy() != null && String.valueOf(line.getThrowableProxy().getMessage()).toLowerCase().contains(word));
        }
    }

    /** One case through triage, waiting list, job search, a job and an early end, with the canary in every text. */
    private void live(String number) {
        var service = world.under("mhep-haringey-barnet");
        var who = new NewReferral.Who(number, "", "Given" + CANARY, "Family" + CANARY, LocalDate.of(1990, 2, 3), "01632960777", EMAIL, "Haringey");
        var work = new NewReferral.Work("wish " + CANARY, true, 16, "oneToFive", List.of("housing"), false, true);
        var health = new NewReferral.Health("severeMentalIllness", "reason " + CANARY, "risk " + CANARY);
        var ref = referrals.submit(new NewReferral(service.contract(), service.clinicalTeam(), who, work, health,
                new ReferralView.Consents(true, true, true)), service.clinician());
        driver.runDue(ref);
        driver.submit("triageReferral", ref, Map.of("decision", "askMore", "question", "question " + CANARY), service.leader());
        driver.submit("answerQuestions", ref, Map.of("answer", "answer " + CANARY), service.clinician());
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        caseload.offerPlace(ref, service.specialist().username(), "reason " + CANARY, service.leader());
        driver.runDue(ref);
        var today = clock.today().toString();
        driver.submit("respondToOffer", ref, Map.of("offerAnswer", "accepted", "reachedOn", today, "channel", "phone"), service.specialist());
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "work " + CANARY, "skills", "skills " + CANARY, "hoursWanted", "from16", "travel",
                "travel " + CANARY, "supportAtWork", "support " + CANARY, "disclosure", "yes", "completedOn", today, "signed", "yes"), service.specialist());
        driver.submit("benefitsAdvice", ref, Map.of("offeredOn", today, "answer", "takenUp"), service.specialist());
        jobSearch.startJob(new NewJob(ref, "Employer " + CANARY, "N17 9AB", "title " + CANARY, EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false,
                clock.today(), 20 * 60, true, 0), service.specialist());
        driver.runDue(ref);
        referrals.endEarly(ref, EndReason.WITHDREW, clock.today(), service.leader());
        driver.runDue(ref);
    }

    private List<String> found(String word, String where) {
        var found = new ArrayList<String>();
        var columns = jdbc.sql("select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' and " + where
                        + " and data_type in ('text', 'character varying', 'bytea', 'jsonb', 'ARRAY')")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list();
        assertThat(columns).isNotEmpty();
        for (var column : columns) {
            var text = column[2].equals("bytea") ? "encode(" + column[1] + ", 'escape')" : column[1] + "::text";
            if (jdbc.sql("select count(*) from " + column[0] + " where lower(" + text + ") like ?").param("%" + word + "%").query(Long.class).single() > 0) {
                found.add(column[0] + "." + column[1]);
            }
        }
        return found;
    }

    private static ListAppender<ILoggingEvent> listen() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        return log;
    }
}
