package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.support.World;
import org.placewell.workflow.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A task that nobody may open is a case that stands still for ever. */
@Component
public class WalkTasks {

    private final JdbcClient jdbc;
    private final WorkItems items;
    /** Tasks that somebody could open as they were given out then; asked again only when that changes. */
    private final Set<String> known = new HashSet<>();

    WalkTasks(JdbcClient jdbc, WorkItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** Every open task of the service can be opened by somebody of it. */
    void everyOneCanBeOpened(World.Service service, List<Actor> people) {
        jdbc.sql("""
                        select w.task_id, concat_ws(' ', w.task_id, w.task_key, w.case_ref, w.role, w.assignee, w.excluded) from work_item w
                        where w.closed_at is null and (w.team_id = :team or w.contract_ref = :contract)""")
                .param("team", service.team()).param("contract", service.contract())
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)}).list().stream().filter(task -> !known.contains(task[1]))
                .forEach(task -> {
                    assertThat(people).as("who may open " + task[1]).anyMatch(person -> items.open(task[0], person).isPresent());
                    known.add(task[1]);
                });
    }
}
