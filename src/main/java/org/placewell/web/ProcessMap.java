package org.placewell.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.workflow.Standing;
import org.placewell.workflow.diagram.Diagram;
import org.placewell.workflow.diagram.Diagram.Kind;
import org.placewell.workflow.diagram.Diagram.Shape;
import org.placewell.workflow.diagram.Diagrams;
import org.placewell.workflow.diagram.Marks;
import org.springframework.stereotype.Component;

/** The map of one process with the number of cases at each step, and the same numbers as rows. */
@Component
class ProcessMap {

    /** Commissioners never see a number of people below this (small-number suppression as in NHS statistics). */
    static final long SMALLEST_SHOWN = 5;

    private final Diagrams diagrams;
    private final Standing standing;

    ProcessMap(Diagrams diagrams, Standing standing) {
        this.diagrams = diagrams;
        this.standing = standing;
    }

    /** Every process with the number of its running cases. */
    List<Entry> all(Actor actor) {
        var suppress = suppresses(actor);
        return Diagrams.KEYS.stream().map(diagrams::diagram)
                .map(diagram -> new Entry(diagram.key(), diagram.name(), diagram.documentation(), shown(standing.running(diagram.key()), suppress)))
                .toList();
    }

    /**
     * One process.
     *
     * @throws org.placewell.shared.Problem.NotFound when there is no such process
     */
    View of(String key, Actor actor) {
        var diagram = diagrams.diagram(key);
        var suppress = suppresses(actor);
        var work = standing.work(key);
        var nodes = standing.byNode(key);
        var counts = new TreeMap<String, String>();
        var rows = diagram.shapes().stream().filter(shape -> waits(shape) || nodes.getOrDefault(shape.id(), 0L) > 0 && isStep(shape)).map(shape -> {
            var here = shape.kind() == Kind.USER_TASK ? work.get(shape.id()) : null;
            long count = here != null ? here.open() : shape.kind() == Kind.USER_TASK ? 0 : nodes.getOrDefault(shape.id(), 0L);
            if (count > 0) {
                counts.put(shape.id(), shown(count, suppress).replace("fewer than ", "<"));
            }
            return new Row(shape.name(), what(shape, diagram), shown(count, suppress), here == null ? "" : shown(here.overdue(), suppress),
                    here == null || suppress && count < SMALLEST_SHOWN ? null : here.oldest());
        }).toList();
        return new View(diagram.key(), diagram.name(), diagram.documentation(), diagrams.svg(key, Marks.counting(counts)), rows,
                suppress ? "" : shown(standing.running(key), false), suppress);
    }

    private static boolean suppresses(Actor actor) {
        return !actor.has(Role.TEAM_LEADER) && !actor.has(Role.CONTRACT_MANAGER) && !actor.has(Role.OPERATOR);
    }

    private static String shown(long count, boolean suppress) {
        return suppress && count > 0 && count < SMALLEST_SHOWN ? "fewer than " + SMALLEST_SHOWN : String.format(java.util.Locale.UK, "%,d", count);
    }

    /** A case can stand at people's steps, at called processes, and where it waits for an event. */
    private static boolean waits(Shape shape) {
        return shape.kind() == Kind.USER_TASK || shape.kind() == Kind.CALL || shape.kind() == Kind.EVENT_CHOICE;
    }

    private static boolean isStep(Shape shape) {
        return shape.kind() != Kind.SUB_PROCESS && shape.kind() != Kind.BOUNDARY;
    }

    private static String what(Shape shape, Diagram diagram) {
        return switch (shape.kind()) {
            case USER_TASK -> "A person's step";
            case CALL -> "A process of its own";
            case EVENT_CHOICE -> "Waits for one of: " + String.join("; ", diagram.from(shape.id()).stream()
                    .map(edge -> diagram.shape(edge.target()).map(Shape::name).orElse("")).toList());
            case CATCH -> "Waits for: " + shape.name();
            default -> "Work of the program";
        };
    }

    /** One line of the list of processes. */
    record Entry(String key, String name, String about, String running) {}

    /**
     * One step of a process.
     *
     * @param count how many cases are there; for a commissioner a small number is only said to be small
     * @param overdue how many of them are late; empty where nothing can be late
     * @param oldest when the oldest open task appeared, or null
     */
    record Row(String name, String what, String count, String overdue, LocalDate oldest) {}

    /** The page of one process; {@code running} is empty when a total would give away a small number. */
    record View(String key, String name, String about, String svg, List<Row> rows, String running, boolean suppressed) {}
}
