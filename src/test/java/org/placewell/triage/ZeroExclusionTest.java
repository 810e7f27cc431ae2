package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Zero exclusion: wanting to work is enough. No list of reasons has a word about health, and the database takes no other reason. */
@PlacewellTest
class ZeroExclusionTest {

    @Autowired
    World world;
    @Autowired
    Referring referring;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Program, form and database have the same reasons to hand a referral back")
    void sameReasons() throws IOException {
        var program = Arrays.stream(HandBackReason.values()).map(HandBackReason::code).collect(Collectors.toCollection(TreeSet::new));
        var form = new TreeSet<String>();
        new ObjectMapper().readTree(Path.of("forms/triageReferral.form").toFile()).path("components").forEach(part -> {
            if (part.path("key").asText().equals("reason")) {
                part.path("values").forEach(option -> form.add(option.path("value").asText()));
            }
        });
        var check = jdbc.sql("select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'triage'::regclass and contype = 'c'"
                + " and pg_get_constraintdef(oid) like '%personDoesNotWant%'").query(String.class).single();
        var database = Pattern.compile("'([a-zA-Z]+)'").matcher(check).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(form).isEqualTo(program);
        assertThat(database).isEqualTo(program);
    }

    @Test
    @DisplayName("No reason speaks of diagnosis, symptoms, health, substances, benefits, readiness or risk")
    void nothingAboutHealth() {
        for (var reason : HandBackReason.values()) {
            assertThat((reason.code() + " " + reason.label()).toLowerCase(java.util.Locale.UK)).doesNotContain("diagnos", "symptom", "health",
                    " ill ",
                    "drug", "alcohol", "substance", "benefit", " ready", "readiness", "risk", "offence", "medic");
        }
    }

    @Test
    @DisplayName("The database refuses any other reason, and a reason without advice")
    void database() {
        clock.stopAt(LocalDate.of(2026, 3, 2));
        var ref = referring.refer(world.under("mhep-haringey-barnet"));
        for (var reason : List.of("tooUnwell", "diagnosis", "usesSubstances", "onBenefits", "notReady", "")) {
            assertThatThrownBy(() -> jdbc.sql(
                    "update triage set decision = 'handBack', hand_back_reason = ?, advice = 'Another time' where referral_ref = ?")
                    .params(reason, ref).update()).as(reason).isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql(
                "update triage set decision = 'handBack', hand_back_reason = 'outsideArea', advice = null where referral_ref = ?")
                .param(ref).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
