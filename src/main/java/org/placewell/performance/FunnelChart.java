package org.placewell.performance;

import java.util.List;
import org.placewell.performance.Funnel.Stage;

/** Draws the funnel as SVG: a bar for each stage, a dashed line where the published rates would put it. Integer coordinates only. */
final class FunnelChart {

    private static final int LEFT = 150;
    private static final int WIDTH = 520;
    private static final int ROW = 46;

    private FunnelChart() {}

    /** The picture; the table beside it says the same in words. */
    static String svg(List<Stage> stages) {
        long most = Math.max(1, stages.stream().filter(stage -> stage.count() != null).mapToLong(Stage::count).max().orElse(1));
        int height = stages.size() * ROW + 10;
        var svg = new StringBuilder("<svg class=\"pw-chart\" role=\"img\" aria-labelledby=\"funnel-title\" viewBox=\"0 0 760 ").append(height)
                .append("\" xmlns=\"http://www.w3.org/2000/svg\"><title id=\"funnel-title\">People by stage; the table has the same numbers</title>");
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            int y = i * ROW + 10;
            svg.append(text(0, y + 20, stage.name()));
            if (stage.count() == null) {
                svg.append(text(LEFT + WIDTH + 20, y + 20, "hidden"));
            } else {
                long width = stage.count() * WIDTH / most;
                svg.append("<rect class=\"pw-chart__bar\" x=\"").append(LEFT).append("\" y=\"").append(y).append("\" width=\"").append(width)
                        .append("\" height=\"28\"></rect>").append(text(LEFT + WIDTH + 20, y + 20, stage.count().toString()));
            }
            if (stage.expected() != null && !stage.benchmark().source().isEmpty()) {
                long x = LEFT + Math.min(WIDTH, stage.expected() * WIDTH / most);
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
