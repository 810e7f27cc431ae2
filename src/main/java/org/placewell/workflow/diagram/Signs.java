package org.placewell.workflow.diagram;

import org.placewell.workflow.diagram.Diagram.Box;
import org.placewell.workflow.diagram.Diagram.Kind;
import org.placewell.workflow.diagram.Diagram.Sign;

/** The small signs of BPMN, drawn from lines: person, cog, table, clock, envelope. */
final class Signs {

    private Signs() {}

    /** The sign in a task's top left corner; a call has its plus sign at the bottom. */
    static String task(Kind kind, Box box) {
        return switch (kind) {
            case USER_TASK -> at(box.x() + 6, box.y() + 6,
                    "<circle class=\"line\" cx=\"7\" cy=\"4\" r=\"3\"/><path class=\"line\" d=\"M1 14v-2q0-4 6-4t6 4v2z\"/>");
            case SERVICE_TASK -> at(box.x() + 6, box.y() + 6, "<circle class=\"line\" cx=\"7\" cy=\"7\" r=\"4\"/>"
                    + "<circle class=\"line\" cx=\"7\" cy=\"7\" r=\"1\"/>"
                    + "<path class=\"line\" d=\"M7 0v3M7 11v3M0 7h3M11 7h3M2 2l2 2M10 10l2 2M12 2l-2 2M4 10l-2 2\"/>");
            case RULE_TASK -> at(box.x() + 6, box.y() + 6, "<path class=\"line\" d=\"M0 1h15v12H0zM0 5h15M0 9h15M5 5v8\"/>");
            case CALL -> at(box.centreX() - 7, box.bottom() - 17, "<path class=\"line\" d=\"M0 0h14v14H0zM7 3v8M3 7h8\"/>");
            default -> "";
        };
    }

    /** The sign inside an event's circle; the letter of an end that tells somebody is dark, as one that is sent. */
    static String event(Sign sign, boolean end, Box box) {
        int x = box.centreX();
        int y = box.centreY();
        return switch (sign) {
            case TIMER -> at(x, y, "<circle class=\"line\" r=\"9\"/><path class=\"line\" d=\"M0-6V0L4 2M0-9v2M0 9v-2M-9 0h2M9 0h-2\"/>");
            case MESSAGE -> at(x - 9, y - 6, end ? "<path class=\"solid\" d=\"M0 0h18L9 6zM0 2v10h18V2L9 8z\"/>" : "<path class=\"line\" d=\"M0 0h18v12H0zL9 7 18 0\"/>");
            case TERMINATE -> at(x, y, "<circle class=\"solid\" r=\"10\"/>");
            case NONE -> "";
        };
    }

    /** The sign inside a gateway's diamond. */
    static String gateway(Kind kind, Box box) {
        if (kind == Kind.FORK) {
            return at(box.centreX(), box.centreY(), "<path class=\"line thick\" d=\"M0-11V11M-11 0H11\"/>");
        }
        return kind == Kind.CHOICE
                ? at(box.centreX(), box.centreY(), "<path class=\"line thick\" d=\"M-6-8 6 8M6-8-6 8\"/>")
                : at(box.centreX(), box.centreY(), "<circle class=\"line\" r=\"13\"/><circle class=\"line\" r=\"10\"/>"
                        + "<path class=\"line\" d=\"M0-6 6-2 4 5H-4L-6-2z\"/>");
    }

    private static String at(int x, int y, String drawing) {
        return "<g transform=\"translate(" + x + " " + y + ")\">" + drawing + "</g>";
    }
}
