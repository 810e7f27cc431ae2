package org.placewell.workflow.diagram;

import java.util.List;
import java.util.Optional;

/**
 * A process model as its drawing: every shape and flow with its place on the page. Coordinates are pixels from the top left
 * of the modeller's canvas.
 *
 * @param key the process's id
 * @param name the process's name in plain words
 * @param documentation what the model says about itself
 */
public record Diagram(String key, String name, String documentation, List<Shape> shapes, List<Edge> edges) {

    /** What a shape stands for. */
    public enum Kind {
        START, END, CATCH, BOUNDARY, USER_TASK, SERVICE_TASK, RULE_TASK, CALL, CHOICE, EVENT_CHOICE, FORK, SUB_PROCESS;

        /** Whether it is a circle whose name stands beside it. */
        public boolean isEvent() {
            return this == START || this == END || this == CATCH || this == BOUNDARY;
        }

        /** Whether it is a diamond whose name stands beside it. */
        public boolean isGateway() {
            return this == CHOICE || this == EVENT_CHOICE || this == FORK;
        }

        /** Whether it is a box with its name inside. */
        public boolean isTask() {
            return this == USER_TASK || this == SERVICE_TASK || this == RULE_TASK || this == CALL;
        }
    }

    /** The sign inside an event. */
    public enum Sign { NONE, TIMER, MESSAGE, TERMINATE }

    /** A rectangle. */
    public record Box(int x, int y, int width, int height) {
        public int centreX() {
            return x + width / 2;
        }

        public int centreY() {
            return y + height / 2;
        }

        public int right() {
            return x + width;
        }

        public int bottom() {
            return y + height;
        }
    }

    /** A bend or an end of a flow. */
    public record Point(int x, int y) {}

    /**
     * One node of the model.
     *
     * @param interrupting false for a start or boundary event that lets the case go on
     * @param documentation the help text of a user task, or empty
     * @param host the task a boundary event sits on, or empty
     * @param label where the name stands, or null when it stands inside
     */
    public record Shape(
            String id, Kind kind, Sign sign, boolean interrupting, String name, String documentation, String host, Box box, Box label) {}

    /** One flow; {@code label} is null when it has no name. */
    public record Edge(String id, String name, String source, String target, List<Point> points, Box label) {}

    /** The shape with that id. */
    public Optional<Shape> shape(String id) {
        return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }

    /** The flows that leave a node. */
    public List<Edge> from(String id) {
        return edges.stream().filter(edge -> edge.source().equals(id)).toList();
    }
}
