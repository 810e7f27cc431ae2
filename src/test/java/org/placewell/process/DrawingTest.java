package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.workflow.diagram.Diagram;
import org.placewell.workflow.diagram.Diagram.Box;
import org.placewell.workflow.diagram.Diagram.Edge;
import org.placewell.workflow.diagram.Diagram.Kind;
import org.placewell.workflow.diagram.Diagram.Point;
import org.placewell.workflow.diagram.Diagram.Shape;
import org.placewell.workflow.diagram.Diagrams;

/** Drawings stay clean: nothing overlaps, no flow runs through a step, no name stands on something else. */
class DrawingTest {

    private static final int SLACK = 3;

    static List<Path> models() {
        return Models.bpmn();
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("The drawing has no faults")
    void clean(Path file) {
        assertThat(faults(read(Models.text(file)))).isEmpty();
    }

    @Test
    @DisplayName("The check sees a step that was moved onto another")
    void sees() {
        var text = Models.text(Path.of("processes/waiting-list.bpmn"));
        var moved = text.replace("<dc:Bounds x=\"750\" y=\"280\" width=\"140\"", "<dc:Bounds x=\"640\" y=\"280\" width=\"140\"");
        assertThat(moved).isNotEqualTo(text);
        assertThat(faults(read(moved))).isNotEmpty();
    }

    private static Diagram read(String bpmn) {
        return Diagrams.read(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> faults(Diagram diagram) {
        var faults = new ArrayList<String>();
        var steps = diagram.shapes().stream().filter(shape -> shape.kind() != Kind.SUB_PROCESS).toList();
        var labels = new HashMap<String, Box>();
        steps.stream().filter(shape -> shape.label() != null).forEach(shape -> labels.put(shape.id(), shape.label()));
        diagram.edges().stream().filter(edge -> edge.label() != null).forEach(edge -> labels.put(edge.id(), edge.label()));
        steps.stream().filter(shape -> !shape.name().isEmpty() && !shape.kind().isTask() && shape.label() == null)
                .forEach(shape -> faults.add("no place for the name of " + shape.id()));
        for (var a : steps) {
            for (var b : steps) {
                if (a.id().compareTo(b.id()) < 0 && overlap(a.box(), b.box()) && !a.host().equals(b.id()) && !b.host().equals(a.id())) {
                    faults.add(a.id() + " and " + b.id() + " overlap");
                }
            }
        }
        diagram.edges().forEach(edge -> lines(edge, steps, diagram, faults));
        names(labels, steps, diagram, faults);
        return faults;
    }

    private static void lines(Edge edge, List<Shape> steps, Diagram diagram, List<String> faults) {
        var hosts = new HashMap<String, String>();
        steps.forEach(shape -> hosts.put(shape.id(), shape.host()));
        var near = List.of(edge.source(), edge.target(), hosts.get(edge.source()), hosts.get(edge.target()));
        for (int i = 1; i < edge.points().size(); i++) {
            var from = edge.points().get(i - 1);
            var to = edge.points().get(i);
            if (from.x() != to.x() && from.y() != to.y()) {
                faults.add(edge.id() + " is slanted");
            }
            steps.stream().filter(shape -> !near.contains(shape.id()) && !near.contains(shape.host()) && through(from, to, shape.box()))
                    .forEach(shape -> faults.add(edge.id() + " runs through " + shape.id()));
            for (var other : diagram.edges()) {
                var kin = other.source().equals(edge.source()) || other.target().equals(edge.target());
                if (other.id().compareTo(edge.id()) > 0 && !kin && crosses(from, to, other.points())) {
                    faults.add(edge.id() + " crosses " + other.id());
                }
            }
        }
    }

    private static void names(Map<String, Box> labels, List<Shape> steps, Diagram diagram, List<String> faults) {
        labels.forEach((id, label) -> {
            steps.stream().filter(shape -> !shape.id().equals(id) && overlap(label, shape.box()))
                    .forEach(shape -> faults.add("the name of " + id + " stands on " + shape.id()));
            diagram.edges().stream().filter(edge -> !edge.id().equals(id)).forEach(edge -> {
                for (int i = 1; i < edge.points().size(); i++) {
                    if (through(edge.points().get(i - 1), edge.points().get(i), label)) {
                        faults.add("the name of " + id + " stands on " + edge.id());
                    }
                }
            });
            labels.forEach((other, box) -> {
                if (id.compareTo(other) < 0 && overlap(label, box)) {
                    faults.add("the names of " + id + " and " + other + " overlap");
                }
            });
        });
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() + SLACK < b.right() && b.x() + SLACK < a.right() && a.y() + SLACK < b.bottom() && b.y() + SLACK < a.bottom();
    }

    /** Whether a level or upright line passes through the inside of a box. */
    private static boolean through(Point from, Point to, Box box) {
        return Math.min(from.x(), to.x()) < box.right() - SLACK && Math.max(from.x(), to.x()) > box.x() + SLACK
                && Math.min(from.y(), to.y()) < box.bottom() - SLACK && Math.max(from.y(), to.y()) > box.y() + SLACK;
    }

    private static boolean crosses(Point from, Point to, List<Point> other) {
        for (int i = 1; i < other.size(); i++) {
            var a = other.get(i - 1);
            var b = other.get(i);
            var level = from.y() == to.y() ? from.y() : a.y();
            var upright = from.y() == to.y() ? a.x() : from.x();
            var rightAngle = (from.y() == to.y()) != (a.y() == b.y());
            if (rightAngle && inside(upright, from.y() == to.y() ? from.x() : a.x(), from.y() == to.y() ? to.x() : b.x())
                    && inside(level, from.y() == to.y() ? a.y() : from.y(), from.y() == to.y() ? b.y() : to.y())) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(int value, int one, int other) {
        return value > Math.min(one, other) && value < Math.max(one, other);
    }
}
