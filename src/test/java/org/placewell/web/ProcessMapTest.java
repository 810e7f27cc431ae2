package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.security.Grant;
import org.placewell.security.Role;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.diagram.Diagrams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class ProcessMapTest {

    @Autowired
    World world;
    @Autowired
    ProcessMap map;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("A team leader sees every process as a map with a table of the same numbers")
    void pages() {
        var leader = Visitor.at(port, world.under("mhep-haringey-barnet").leader());
        assertThat(leader.get("/processes").text()).contains("Payment of a statement", "Open cases");
        for (var key : Diagrams.KEYS) {
            var page = leader.get("/processes/" + key);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("<svg", "Cases at each step");
            assertThat(page.body()).as("the content policy blocks inline styles")
                    .doesNotContain("<style", "style=\"");
        }
        assertThat(leader.get("/processes/none").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A specialist has no process map")
    void denied() {
        assertThat(Visitor.at(port, world.under("mhep-haringey-barnet").specialist()).get("/processes").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("A team leader sees how many are late; a commissioner never sees a number below five")
    void suppression() {
        var tasks = List.of("a", "b", "c").stream().map(name -> UUID.randomUUID().toString()).toList();
        var before = row(map.of("payment-approval", actor(Role.OPERATOR)), "Check the draft");
        assertThat(before.count()).matches("[\\d,]+");
        tasks.forEach(id -> jdbc.sql("""
                        insert into work_item (task_id, task_key, process_key, case_ref, role, summary, due_date, created_at)
                        values (?, 'checkDraft', 'payment-approval', 'S-TEST', 'NOBODY', 'test', date '2001-01-01', timestamptz '2001-01-01 09:00Z')""")
                .param(id).update());
        try {
            var seen = row(map.of("payment-approval", actor(Role.TEAM_LEADER)), "Check the draft");
            assertThat(Long.parseLong(seen.count().replace(",", ""))).isGreaterThanOrEqualTo(3);
            assertThat(Long.parseLong(seen.overdue().replace(",", ""))).isGreaterThanOrEqualTo(3);
            assertThat(seen.oldest()).isEqualTo("2001-01-01");
            var commissioner = map.of("payment-approval", actor(Role.COMMISSIONER));
            assertThat(commissioner.running()).isEmpty();
            for (var row : commissioner.rows()) {
                assertThat(List.of("1", "2", "3", "4")).doesNotContain(row.count(), row.overdue());
            }
        } finally {
            tasks.forEach(id -> jdbc.sql("delete from work_item where task_id = ?").param(id).update());
        }
    }

    private static ProcessMap.Row row(ProcessMap.View view, String step) {
        return view.rows().stream().filter(row -> row.name().equals(step)).findFirst().orElseThrow();
    }

    private static Actor actor(Role role) {
        return new Actor("test", "Test", List.of(new Grant(role, "test", null, null)));
    }
}
