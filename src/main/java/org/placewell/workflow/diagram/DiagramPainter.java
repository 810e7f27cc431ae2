package org.placewell.workflow.diagram;

import java.util.List;
import java.util.stream.Stream;
import org.placewell.workflow.diagram.Diagram.Box;
import org.placewell.workflow.diagram.Diagram.Edge;
import org.placewell.workflow.diagram.Diagram.Kind;
import org.placewell.workflow.diagram.Diagram.Point;
import org.placewell.workflow.diagram.Diagram.Shape;

/**
 * Draws a diagram as one self-contained SVG: the same picture on the process map, on a case's page and in the documentation.
 * Colour never carries meaning alone; every node has a title that a screen reader and a mouse pointer find.
 */
final class DiagramPainter {

    private static final int MARGIN = 24;
    private static final int ROUND = 6;
    private final Diagram diagram;
    private final Marks marks;
    private final String style;
    private final StringBuilder svg = new StringBuilder();

    private DiagramPainter(Diagram diagram, Marks marks, String style) {
        this.diagram = diagram;
        this.marks = marks;
        this.style = style;
    }

    /** The picture with its marks; {@code style} is the style sheet to carry inside, or empty when the page has it. */
    static String paint(Diagram diagram, Marks marks, String style) {
        return new DiagramPainter(diagram, marks, style).picture();
    }

    private String picture() {
        var key = "map-" + diagram.key();
        var page = page();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pw-map\" viewBox=\"").append(page.x()).append(' ')
                .append(page.y()).append(' ').append(page.width()).append(' ').append(page.height()).append("\" width=\"").append(page.width())
                .append("\" height=\"").append(page.height()).append("\" role=\"img\" aria-labelledby=\"").append(key).append("-title ")
                .append(key).append("-desc\">\n");
        tag("title id=\"" + key + "-title\"", diagram.name());
        tag("desc id=\"" + key + "-desc\"", description());
        if (!style.isEmpty()) {
            tag("style", style);
        }
        svg.append("<defs><marker id=\"").append(key).append("-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 10 5 0 10z\"/></marker></defs>\n");
        diagram.shapes().stream().filter(shape -> shape.kind() == Kind.SUB_PROCESS).forEach(this::shape);
        diagram.edges().forEach(edge -> edge(edge, key));
        diagram.shapes().stream().filter(shape -> shape.kind() != Kind.SUB_PROCESS).forEach(this::shape);
        diagram.edges().stream().filter(edge -> edge.label() != null).forEach(edge -> label(edge.name(), edge.label()));
        return svg.append("</svg>\n").toString();
    }

    private Box page() {
        var boxes = Stream.concat(diagram.shapes().stream().flatMap(shape -> Stream.of(shape.box(), shape.label())),
                diagram.edges().stream().flatMap(edge -> Stream.concat(Stream.of(edge.label()),
                        edge.points().stream().map(p -> new Box(p.x(), p.y(), 0, 0))))).filter(box -> box != null).toList();
        int left = boxes.stream().mapToInt(Box::x).min().orElse(0) - MARGIN;
        int top = boxes.stream().mapToInt(Box::y).min().orElse(0) - MARGIN;
        int right = boxes.stream().mapToInt(Box::right).max().orElse(0) + MARGIN;
        int bottom = boxes.stream().mapToInt(Box::bottom).max().orElse(0) + MARGIN;
        return new Box(left, top, right - left, bottom - top);
    }

    private String description() {
        var people = diagram.shapes().stream().filter(shape -> shape.kind() == Kind.USER_TASK).map(Shape::name).toList();
        var ends = diagram.shapes().stream().filter(shape -> shape.kind() == Kind.END).map(Shape::name).distinct().toList();
        return diagram.documentation() + (people.isEmpty() ? "" : " People's steps: " + String.join("; ", people) + ".")
                + " It can end as: " + String.join("; ", ends) + ".";
    }

    private void shape(Shape shape) {
        var count = marks.counts().get(shape.id());
        svg.append("<g data-node=\"").append(shape.id()).append("\">");
        tag("title", shape.name() + (count == null ? "" : ": " + count + " here now")
                + (marks.current().contains(shape.id()) ? ": the case is here" : ""));
        var box = shape.box();
        if (shape.kind().isEvent()) {
            event(shape);
        } else if (shape.kind().isGateway()) {
            gateway(shape);
        } else if (shape.kind() == Kind.SUB_PROCESS) {
            rectangle(box, "frame", 10);
            svg.append("<text class=\"frame-name\" x=\"").append(box.x() + 14).append("\" y=\"").append(box.y() + 22).append("\">")
                    .append(Lettering.escape(shape.name())).append("</text>");
        } else {
            rectangle(box, style(shape, shape.kind() == Kind.USER_TASK ? "person" : shape.kind() == Kind.CALL ? "call" : "work"), 8);
            svg.append(Signs.task(shape.kind(), box));
            text(Lettering.lines(shape.name(), 12, box.width() - 14), box.centreX(), box.centreY() + (shape.kind() == Kind.CALL ? 0 : 5), 15, "");
        }
        if (count != null) {
            badge(count, box);
        }
        svg.append("</g>\n");
        if (shape.label() != null && !shape.name().isBlank()) {
            label(shape.name(), shape.label());
        }
    }

    private String style(Shape shape, String plain) {
        return marks.current().contains(shape.id()) ? "here" : plain;
    }

    private void event(Shape shape) {
        var box = shape.box();
        var dashed = shape.interrupting() ? "" : " dashed";
        circle(box, box.width() / 2, style(shape, shape.kind() == Kind.END ? "end" : "event") + dashed);
        if (shape.kind() == Kind.CATCH || shape.kind() == Kind.BOUNDARY) {
            circle(box, box.width() / 2 - 4, "line" + dashed);
        }
        svg.append(Signs.event(shape.sign(), shape.kind() == Kind.END, box));
    }

    private void gateway(Shape shape) {
        var box = shape.box();
        svg.append("<path class=\"").append(style(shape, "choice")).append("\" d=\"M").append(box.centreX()).append(' ').append(box.y()).append(" L")
                .append(box.right()).append(' ').append(box.centreY()).append(' ').append(box.centreX()).append(' ').append(box.bottom()).append(' ')
                .append(box.x()).append(' ').append(box.centreY()).append("z\"/>");
        svg.append(Signs.gateway(shape.kind(), box));
    }

    private void edge(Edge edge, String key) {
        svg.append("<path class=\"flow\" data-flow=\"").append(edge.id()).append("\" marker-end=\"url(#").append(key).append("-arrow)\" d=\"")
                .append(path(edge.points())).append("\"/>\n");
    }

    /** The line with its corners rounded. */
    private static String path(List<Point> points) {
        var d = new StringBuilder("M").append(points.get(0).x()).append(' ').append(points.get(0).y());
        for (int i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            var before = towards(corner, points.get(i - 1));
            var after = towards(corner, points.get(i + 1));
            d.append(" L").append(before.x()).append(' ').append(before.y()).append(" Q").append(corner.x()).append(' ').append(corner.y())
                    .append(' ').append(after.x()).append(' ').append(after.y());
        }
        var last = points.get(points.size() - 1);
        return d.append(" L").append(last.x()).append(' ').append(last.y()).toString();
    }

    private static Point towards(Point corner, Point other) {
        int dx = Math.max(-ROUND, Math.min(ROUND, other.x() - corner.x()));
        int dy = Math.max(-ROUND, Math.min(ROUND, other.y() - corner.y()));
        return new Point(corner.x() + dx, corner.y() + dy);
    }

    private void badge(String count, Box box) {
        int width = Math.max(22, 14 + Lettering.width(count, 12) / 10);
        rectangle(new Box(box.right() - width / 2, box.y() - 11, width, 22), "badge", 11);
        text(List.of(count), box.right(), box.y(), 15, "badge-text");
    }

    private void label(String name, Box box) {
        text(Lettering.lines(name, 11, Math.max(box.width(), 90)), box.centreX(), box.centreY(), 14, "label");
        svg.append('\n');
    }

    private void text(List<String> lines, int x, int centreY, int leading, String style) {
        int y = centreY - (lines.size() - 1) * leading / 2 + 4;
        for (var line : lines) {
            svg.append("<text").append(style.isEmpty() ? "" : " class=\"" + style + "\"").append(" x=\"").append(x).append("\" y=\"").append(y)
                    .append("\">").append(Lettering.escape(line)).append("</text>");
            y += leading;
        }
    }

    private void rectangle(Box box, String style, int radius) {
        svg.append("<rect class=\"").append(style).append("\" x=\"").append(box.x()).append("\" y=\"").append(box.y()).append("\" width=\"")
                .append(box.width()).append("\" height=\"").append(box.height()).append("\" rx=\"").append(radius).append("\"/>");
    }

    private void circle(Box box, int radius, String style) {
        svg.append("<circle class=\"").append(style).append("\" cx=\"").append(box.centreX()).append("\" cy=\"").append(box.centreY())
                .append("\" r=\"").append(radius).append("\"/>");
    }

    private void tag(String open, String content) {
        svg.append('<').append(open).append('>').append(Lettering.escape(content)).append("</").append(open.split(" ")[0]).append(">");
    }
}
