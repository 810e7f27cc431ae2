package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.placewell.workflow.FormShelf;
import org.springframework.beans.factory.annotation.Autowired;

/** Law 11: a running case survives a new version of its model and form. */
@PlacewellTest
class NewModelVersionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;
    @Autowired
    Referring referring;
    @Autowired
    Referrals referrals;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @Autowired
    RepositoryService repository;
    @Autowired
    FormShelf shelf;
    private String deployment;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
    }

    @AfterEach
    void backToOneVersion() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("A case begun under the old model ends under it, with its old form; a case begun later follows the new one")
    void oldAndNew() {
        var service = world.under("mhep-haringey-barnet");
        var old = referring.refer(service);
        assertThat(driver.waitsAt(old)).containsExactly("triageReferral");

        deployment = deployWithAnotherName();
        var later = referring.refer(service);
        assertThat(driver.waitsAt(later)).as("the new case meets the new step").containsExactly("decideOnReferral");

        assertThat(driver.waitsAt(old)).as("the old case stays where it was").containsExactly("triageReferral");
        assertThat(shelf.ofTask(driver.open("triageReferral", old).taskId())).as("with the form it began with").isNotNull();
        driver.submit("triageReferral", old, Map.of("decision", "accept"), service.leader());
        assertThat(referrals.get(old).status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(driver.runs(old)).contains("waiting-list");

        referrals.endEarly(later, EndReason.WITHDREW, MONDAY, service.leader());
        driver.runDue(later);
        assertThat(driver.runs(later)).as("the new case is closed before its version goes").isEmpty();
    }

    /** All models and forms again, in one deployment as at a start, with the leader's step of triage under another id. */
    private String deployWithAnotherName() {
        var builder = repository.createDeployment().name("next version");
        for (var file : Models.bpmn()) {
            builder.addString("processes/" + file.getFileName(), Models.text(file).replace("\"triageReferral", "\"decideOnReferral"));
        }
        for (var file : Models.files("forms", ".form")) {
            var text = Models.text(file).replace("\"triageReferral\"", "\"decideOnReferral\"");
            builder.addString("forms/" + file.getFileName().toString().replace("triageReferral", "decideOnReferral"), text);
        }
        return builder.deploy().getId();
    }
}
