package org.placewell.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actors;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.Incidents;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Component;

/** After a task: what comes next and who has it. The engine goes on by itself after a submission, so this waits a moment for it. */
@Component
class WhatNext {

    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 200;
    private final WorkItems items;
    private final FormShelf shelf;
    private final Actors actors;
    private final Incidents engine;

    WhatNext(WorkItems items, FormShelf shelf, Actors actors, Incidents engine) {
        this.items = items;
        this.shelf = shelf;
        this.actors = actors;
        this.engine = engine;
    }

    /** The tasks that followed a finished one; waits up to two seconds while the case still moves by itself. */
    List<Next> after(WorkItem done) {
        for (int i = 0; i < TRIES; i++) {
            var found = items.appearedAfter(done.caseRef(), done.referralRef(), done.closedAt());
            if (!found.isEmpty() || !engine.moving(done.caseRef())) {
                return found.stream().map(this::next).toList();
            }
            pause();
        }
        return List.of();
    }

    /** The tasks that are open for the case now. */
    List<Next> now(WorkItem item) {
        return items.appearedAfter(item.caseRef(), item.referralRef(), Instant.EPOCH).stream().map(this::next).toList();
    }

    private Next next(WorkItem item) {
        var who = item.assignee() == null ? "Anyone with the role " + item.role().label().toLowerCase(java.util.Locale.UK)
                : actors.nameOf(item.assignee());
        return new Next(shelf.words(item.processKey(), item.taskKey()).name(), who, item.dueDate());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One coming task: what, who has it, by when (null for no date). */
    record Next(String task, String who, LocalDate due) {}
}
