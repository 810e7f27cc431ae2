package org.placewell.performance;

import java.util.List;
import org.placewell.performance.Funnel.Stage;

/**
 * Draws the funnel as SVG: a bar for each stage, a dashed line where the published rates would put it; for a wide page and for a phone, of
 * which the style sheet shows one. Integer coordinates only.
 */
final class FunnelChart {

    private static final int ROW = 46;
    /** On a phone the stage's name stands above its bar. */
    private static final int NAME = 20;

    private FunnelChart() {}

    /** The picture; the table beside it says the same in words. */
    static String svg(List<Stage> stages) {
        return svg(stages, "wide", 760, 150, 520, 0) + svg(stages, "narrow", 340, 0, 280, NAME);
    }

    private static String svg(List<Stage> stages, String name, int whole, int left, int wide, int above) {
        long most = Math.max(1, stages.stream().filter(stage -> stage.count() != null).mapToLong(Stage::count).max().orElse(1));
        int height = stages.size() * (ROW + above) + 10;
        var svg = new StringBuilder("<svg class=\"pw-chart pw-chart--" + name + "\" role=\"img\" aria-labelledby=\"funnel-title-" + name
                + "\" viewBox=\"0 0 " + whole + " " + height + "\" xmlns=\"http://www.w3.org/2000/svg\"><title id=\"funnel-title-" + name
                + "\">People by stage; the table has the same numbers</title>");
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            int y = i * (ROW + above) + 10 + above;
            svg.append(text(0, above > 0 ? y - 8 : y + 20, stage.name()));
            if (stage.count() == null) {
                svg.append(text(left + wide + 12, y + 20, "hidden"));
            } else {
                long width = stage.count() * wide / most;
                svg.append("<rect class=\"pw-chart__bar\" x=\"").append(left).append("\" y=\"").append(y).append("\" width=\"").append(width)
                        .append("\" height=\"28\"></rect>").append(text(left + wide + 12, y + 20, stage.count().toString()));
            }
            if (stage.expected() != null && !stage.benchmark().source().isEmpty()) {
                long x = left + Math.min(wide, stage.expected() * wide / most);
                svg.append("<line class=\"pw-chart__target\" x1=\"").append(x).append("\" x2=\"").append(x).append("\" y1=\"").append(y - 5)
                        .append("\" y2=\"").append(y + 33).append("\"></line>");
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String text(int x, int y, String words) {
        var safe = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + safe + "</text>";
    }
}
