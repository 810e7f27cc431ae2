package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.browser.Browsing;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
class OperatorPageTest {

    @Autowired
    World world;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService management;
    @Autowired
    MovableClock clock;
    @LocalServerPort
    int port;

    Visitor operator;
    String reference;
    String job;

    @BeforeEach
    void begin() {
        clock.stopAt(LocalDate.of(2026, 6, 10));
        var n = world.under("none").number();
        people.person("operator" + n, "Operator", "correct horse battery", false);
        people.grant("operator" + n, Role.OPERATOR, "office" + n, null, null);
        operator = Visitor.at(port, actors.find("operator" + n).orElseThrow());
        if (repository.createProcessDefinitionQuery().processDefinitionKey("test-failing").count() == 0) {
            repository.createDeployment().name("failing").addClasspathResource("testmodels/failing.bpmn").deploy();
        }
        reference = "X-fails-" + n;
        var instance = runtime.startProcessInstanceByKey("test-failing", reference);
        job = management.createJobQuery().processInstanceId(instance.getId()).singleResult().getId();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("Mary Jones");
        management.setJobRetries(job, 0);
    }

    @Test
    @DisplayName("The operator presses 'Try again' in a browser and reads what happens next")
    void retryInBrowser() {
        try (var browsing = new Browsing(port)) {
            var page = browsing.as("operator" + reference.substring("X-fails-".length()), "correct horse battery", true);
            browsing.open(page, "/operator");
            browsing.picture(page, "operator-incident");
            page.locator("tr").filter(new Locator.FilterOptions().setHasText(reference)).locator("button").filter(new Locator.FilterOptions()
                    .setHasText("Try again")).first().click();
            browsing.check(page);
            browsing.picture(page, "operator-retried");
            assertThat(Browsing.words(page)).contains("One job will run again");
            assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
            assertThat(browsing.faults()).isEmpty();
        }
        runtime.deleteProcessInstance(management.createJobQuery().jobId(job).singleResult().getProcessInstanceId(), "test over");
    }

    @Test
    @DisplayName("A failed job is shown with its case, step and cause, but nobody's data; it can be tried again, once")
    void incident() {
        var page = operator.get("/operator");
        assertThat(page.text()).contains(reference, "failingErrand", "IllegalStateException: No shop for …").doesNotContain("Mary");
        operator.get("/help");
        assertThat(operator.post("/operator/retry", "job", job).status()).isEqualTo(302);
        assertThat(operator.follow().text()).contains("One job will run again");
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
        operator.get("/help");
        assertThat(operator.post("/operator/retry", "job", job).status()).isEqualTo(409);
        management.setJobRetries(job, 0);
        operator.get("/help");
        assertThat(operator.post("/operator/retry", "step", "failingErrand").status()).isEqualTo(302);
        runtime.deleteProcessInstance(management.createJobQuery().jobId(job).singleResult().getProcessInstanceId(), "test over");
    }
}
