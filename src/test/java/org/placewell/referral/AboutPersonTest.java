package org.placewell.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.performance.Fairness;
import org.placewell.performance.Performance;
import org.placewell.referral.AboutPerson.Wishes;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may say about themselves: asked once, kept, changed by those who work with them, counted and never named. */
@PlacewellTest
class AboutPersonTest {

    private static final AboutPerson SAID = new AboutPerson("N", "female", new Wishes(List.of("so", "ar"), "text", "community", "woman"));

    @Autowired
    World world;
    @Autowired
    Referring referring;
    @Autowired
    ProcessDriver driver;
    @Autowired
    AboutPeople people;
    @Autowired
    Referrals referrals;
    @Autowired
    Fairness fairness;
    @Autowired
    Performance performance;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    World.Service service;

    @BeforeEach
    void begin() {
        clock.stopAt(LocalDate.of(2025, 3, 3));
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A referral carries what the person says; a later one adds to it and takes nothing away")
    void referred() {
        var first = Referring.someone(service);
        var ref = referring.refer(service, about(first, SAID));
        assertThat(people.of(ref, service.leader())).isEqualTo(SAID);
        assertThat(referrals.visible(ref, service.leader()).person().wishes().said()).containsExactly("To speak Somali or Arabic",
                "To be reached by text message", "To meet in the community", "To work with a woman");
        var elsewhere = world.under("mhep-tower-hamlets-mh");
        var later = new NewReferral(elsewhere.contract(), elsewhere.clinicalTeam(), first.who(), first.work(), first.health(), first.consents(),
                new AboutPerson("", "notSaid", new Wishes(List.of("tr"), "", "", "")));
        var second = referring.refer(elsewhere, later);
        assertThat(people.of(second, elsewhere.leader())).isEqualTo(new AboutPerson("N", "notSaid", new Wishes(List.of("tr"), "text", "community", "woman")));
    }

    @Test
    @DisplayName("Specialist and leader change it, the clinician does not, and nobody overwrites what they have not seen")
    void changed() {
        var ref = referring.waiting(service);
        var seen = referrals.visible(ref, service.leader()).person().version();
        people.describe(ref, SAID, seen, service.leader());
        assertThat(people.of(ref, service.leader())).isEqualTo(SAID);
        assertThatThrownBy(() -> people.describe(ref, AboutPerson.NOT_ASKED, seen, service.leader())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> people.of(ref, service.clinician())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> people.of(ref, service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThat(jdbc.sql("select detail from audit_event where stream = ? and action = 'referral.person-described'").param(ref).query(String.class).list())
                .containsExactly("ethnicity sex languages contactBy meetAt specialist");
    }

    @Test
    @DisplayName("The form shows what is kept, saves a change, and takes no answer that is not on its lists")
    void form() {
        var ref = referring.waiting(service, about(Referring.someone(service), SAID));
        var leader = Visitor.at(port, service.leader());
        var page = leader.get("/do/describePerson/" + ref);
        assertThat(page.text()).contains("Languages, contact and background", "Black or Black British: African", "All of this is optional");
        assertThat(page.body()).contains("value=\"so\" selected").contains("value=\"ar\" selected");
        assertThat(leader.post("/do/describePerson/" + ref, "_action", "send", "ethnicity", "Q", "language", "tlh").status()).isEqualTo(422);
        leader.get("/do/describePerson/" + ref);
        assertThat(leader.post("/do/describePerson/" + ref, "_action", "send", "ethnicity", "Z", "language", "so", "otherLanguage", "so", "meetAt", "video")
                .location()).endsWith("/clients/" + ref);
        assertThat(people.of(ref, service.leader())).isEqualTo(new AboutPerson("Z", "", new Wishes(List.of("so"), "", "video", "")));
        assertThat(leader.get("/clients/" + ref).text()).contains("To speak Somali", "To meet by video");
    }

    @Test
    @DisplayName("Every code that the program knows is one that the database takes, and the other way round")
    void codes() throws IOException {
        assertThat(check("person_ethnicity_check")).containsExactlyInAnyOrderElementsOf(Arrays.stream(Ethnicity.values()).map(Ethnicity::code).toList());
        assertThat(check("person_languages_check")).containsExactlyInAnyOrderElementsOf(Arrays.stream(Language.values()).map(Language::code).toList());
        var form = new ObjectMapper().readTree(Path.of("forms/describePerson.form").toFile());
        form.path("components").forEach(part -> {
            var column = switch (part.path("key").asText()) {
                case "sex" -> "person_sex_check";
                case "contactBy" -> "person_contact_by_check";
                case "meetAt" -> "person_meet_at_check";
                case "specialistWish" -> "person_specialist_wish_check";
                default -> null;
            };
            if (column != null) {
                assertThat(part.path("values").findValuesAsText("value")).as(column).containsExactlyInAnyOrderElementsOf(check(column));
            }
        });
    }

    @Test
    @DisplayName("The page of waits counts those who wait by group and hides small groups; a payer of another contract does not see it")
    void waits() {
        // A contract of its own: the page counts everybody of a contract.
        service = world.under("mhep-shropshire");
        for (int i = 0; i < 3; i++) {
            referring.waiting(service, about(Referring.someone(service), SAID));
        }
        clock.stopAt(LocalDate.of(2025, 4, 1));
        assertThat(fairness.csv(service.contract(), service.leader()).lines()).as("fewer than five")
                .contains("People who waited on 31 March 2025,,Everybody,hidden,,");
        clock.stopAt(LocalDate.of(2025, 4, 2));
        for (int i = 0; i < 8; i++) {
            referring.waiting(service, about(Referring.someone(service), SAID));
        }
        clock.stopAt(LocalDate.of(2025, 5, 6));
        var own = fairness.page(service.contract(), service.leader()).parts().get(0).comparisons();
        var everybody = own.get(0).lines().get(own.get(0).lines().size() - 1);
        assertThat(Long.parseLong(everybody.people())).isGreaterThanOrEqualTo(6);
        assertThat(own.get(0).lines()).extracting(Fairness.Line::group).contains("Clinic " + service.number() + " (Provider " + service.number() + ")");
        assertThat(own).allSatisfy(one -> assertThat(one.lines()).allMatch(line -> line.people().equals("hidden") || line.people().equals("0")
                || Long.parseLong(line.people()) >= 5));
        var before = fairness.csv(service.contract(), service.leader());
        var funnel = performance.csv(service.contract(), service.leader());
        leave(2);
        for (int i = 0; i < 5; i++) {
            var back = referrals.submit(Referring.someone(service), service.clinician());
            driver.runDue(back);
            driver.submit("triageReferral", back, Map.of("decision", "handBack", "reason", "outsideArea", "advice", "The next borough has a service"),
                    service.leader());
        }
        assertThat(fairness.csv(service.contract(), service.leader())).as("what happens within a month changes nothing").isEqualTo(before);
        assertThat(performance.csv(service.contract(), service.leader())).isEqualTo(funnel);
        clock.stopAt(LocalDate.of(2025, 6, 2));
        assertThat(fairness.csv(service.contract(), service.leader()).lines()).as("who was accepted, less those who wait, would be the two who left")
                .contains("People who waited on 31 May 2025,,Everybody,hidden,,")
                .anyMatch(line -> line.contains("left the list") && line.endsWith(",,Everybody,hidden,,"));
        assertThat(performance.report(service.contract(), service.leader()).waiting()).isNull();
        leave(5);
        clock.stopAt(LocalDate.of(2025, 7, 1));
        assertThat(reasons(2)).contains("Moved away");
        assertThat(reasons(3)).contains("The person lives outside the area of the service");
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/performance/" + service.contract() + "/waits").text()).contains("Are waits fair?", "By ethnicity", "Everybody",
                "People who left the list without a place", "By reason");
        assertThat(leader.get("/performance/" + service.contract()).text()).contains("Everybody referred up to 30 June 2025", "Waiting on 30 June 2025");
        assertThat(leader.get("/performance/" + service.contract() + "/waits.csv").body()).contains("Median wait in weeks");
        assertThat(leader.get("/performance/" + service.contract() + "/months.csv").body()).contains("Referrals: upper limit");
        assertThat(leader.get("/performance/" + service.contract() + "/figures.xlsx").body()).startsWith("PK");
        for (var page : List.of("waits", "months.csv", "figures.xlsx")) {
            assertThat(leader.get("/performance/ipspc/" + page).status()).as(page).isEqualTo(404);
        }
    }

    private void leave(int people) {
        for (int i = 0; i < people; i++) {
            referrals.endEarly(referring.waiting(service), EndReason.MOVED_AWAY, clock.today(), service.leader());
        }
    }

    private List<String> reasons(int part) {
        return fairness.page(service.contract(), service.leader()).parts().get(part).comparisons().get(4).lines().stream().map(Fairness.Line::group).toList();
    }

    private List<String> check(String name) {
        var rule = jdbc.sql("select pg_get_constraintdef(oid) from pg_constraint where conname = ?").param(name).query(String.class).single();
        return java.util.regex.Pattern.compile("'([^']*)'::text").matcher(rule).results().map(found -> found.group(1)).toList();
    }

    private static NewReferral about(NewReferral referral, AboutPerson about) {
        return new NewReferral(referral.contractRef(), referral.clinicalTeam(), referral.who(), referral.work(), referral.health(), referral.consents(), about);
    }
}
