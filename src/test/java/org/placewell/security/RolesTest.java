package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.FormShelf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlacewellTest
class RolesTest {

    private static final Path DOCUMENT = Path.of("docs/generated/roles.md");

    @Autowired
    RoleMatrix matrix;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;
    @Autowired
    FormShelf shelf;
    @Autowired
    World world;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("Every page of the program is listed in the role matrix")
    void listed() {
        var missing = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods().isEmpty() ? List.of("GET", "POST")
                    : mapping.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
            for (var path : mapping.getPatternValues()) {
                var paths = path.equals("/do/{form}/{subject}") ? shelf.commandIds().stream().map(id -> "/do/" + id + "/x").toList() : List.of(sample(path));
                paths.forEach(each -> methods.stream().filter(verb -> matrix.rule(verb, each).isEmpty()).forEach(verb -> missing.add(verb + " " + each)));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("Each user task is done by the role that its model names")
    void tasks() throws IOException {
        var listed = new TreeMap<String, String>();
        matrix.rules().stream().filter(rule -> rule.path().startsWith("task:")).forEach(rule -> listed.put(rule.path().substring(5), rule.roles().toString()));
        var modelled = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
                    .forEach(task -> modelled.put(task.getId(), List.of(Role.ofGroup(task.getCamundaCandidateGroups())).toString()));
        }
        assertThat(listed).isEqualTo(modelled);
    }

    @Test
    @DisplayName("A visitor is sent to sign in; each role opens its pages and is refused all others, with and without a form")
    void everyRoleOnEveryPage() {
        var wrong = new ArrayList<String>();
        var visitor = Visitor.at(port);
        var persons = persons();
        for (var rule : matrix.rules()) {
            if (rule.pattern() == null || rule.anyone() || rule.path().startsWith("/camunda") || rule.path().equals("/logout")) {
                continue;
            }
            var path = sample(rule.path());
            if (rule.method().equals("GET") && visitor.get(path).status() != 302) {
                wrong.add("a visitor opens " + path);
            }
            persons.forEach((role, person) -> {
                var allowed = rule.signedIn() || rule.roles().contains(role);
                var get = rule.method().equals("GET");
                if (allowed && (!get || rule.path().contains("{") || rule.path().contains("*"))) {
                    return;
                }
                if (!get) {
                    person.get("/help");
                }
                var status = get ? person.get(path).status() : person.post(path).status();
                if (allowed ? status >= 400 : status != 403) {
                    wrong.add(role + " " + rule.method() + " " + path + " gives " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("A path that nobody listed is not found, a form without its token is refused, and headers are strict")
    void doors() {
        var service = world.under("none");
        var person = Visitor.at(port, service.leader());
        assertThat(person.get("/no/such/page").status()).isEqualTo(404);
        assertThat(person.get("/actuator/env").status()).isEqualTo(404);
        assertThat(person.get("/engine-rest/task").status()).isEqualTo(404);
        assertThat(person.postBare("/messages", "newest", "1").status()).isEqualTo(403);
        var page = person.get("/");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("style=\"", "onclick=", "<style");
        person.post("/logout");
        assertThat(person.get("/").status()).isEqualTo(302);
    }

    @Test
    @DisplayName("After ten wrong passwords a name has to wait, even with the right one")
    void throttle() {
        var name = world.under("none").finance().username();
        var guesser = Visitor.at(port);
        for (int i = 0; i < LoginThrottle.PER_NAME; i++) {
            guesser.get("/login");
            assertThat(guesser.post("/login", "username", name, "password", "guess " + i).location()).endsWith("?failed");
        }
        guesser.get("/login");
        assertThat(guesser.post("/login", "username", name.toUpperCase(java.util.Locale.ROOT), "password", "correct horse battery").location()).endsWith("?wait");
        assertThat(guesser.follow().text()).contains("Wait 15 minutes");
        guesser.get("/login");
        assertThat(guesser.post("/login", "username", "a\0b", "password", "\0").status()).isEqualTo(302);
    }

    @Test
    @DisplayName("The page of roles in the documentation is the one the list gives")
    void documented() throws IOException {
        var page = document();
        if (Boolean.getBoolean("placewell.generate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, page);
        }
        assertThat(Files.readString(DOCUMENT)).as("run with -Dplacewell.generate=true").isEqualTo(page);
    }

    private Map<Role, Visitor> persons() {
        var service = world.under("mhep-tower-hamlets-mh");
        var n = service.number();
        var persons = new EnumMap<Role, Visitor>(Role.class);
        for (var role : List.of(Role.COMMISSIONER, Role.CONTRACT_MANAGER, Role.OPERATOR)) {
            var username = role.group() + n;
            people.person(username, role.label(), "correct horse battery", false);
            people.grant(username, role, "office" + n, null, role == Role.OPERATOR ? null : service.contract());
            persons.put(role, Visitor.at(port, actors.find(username).orElseThrow()));
        }
        List.of(service.clinician(), service.specialist(), service.leader(), service.validator(), service.finance())
                .forEach(person -> persons.put(person.grants().get(0).role(), Visitor.at(port, person)));
        assertThat(persons).hasSize(Role.values().length);
        return persons;
    }

    private static String sample(String path) {
        return path.replaceAll("\\{[^}]*\\}", "x").replace("/**", "/x").replace("*", "x");
    }

    private String document() {
        var text = new StringBuilder("# Who may open what\n\nWritten from `src/main/resources/roles.csv`; a path that is not listed opens for nobody.\n"
                + "The records behind a page are limited further: to a person's own cases, team, contract or task list.\n\n");
        text.append("| Page or task | |");
        for (var role : Role.values()) {
            text.append(' ').append(role.label()).append(" |");
        }
        text.append("\n|---|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (var rule : matrix.rules()) {
            text.append("| `").append(rule.path()).append("` | ").append(rule.method()).append(" |");
            for (var role : Role.values()) {
                text.append(rule.anyone() ? " anyone |" : rule.signedIn() || rule.roles().contains(role) ? " yes |" : " |");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
