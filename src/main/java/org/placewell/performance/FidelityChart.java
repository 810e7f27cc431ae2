package org.placewell.performance;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.placewell.shared.Words;

/** Draws a team's fidelity totals over time as SVG, with the lines between the bands. Integer coordinates only. */
final class FidelityChart {

    static final int MOST = 12;
    private static final int LEFT = 40;
    private static final int WIDTH = 540;
    private static final int BOTTOM = 230;
    private static final int LOWEST = 25;
    private static final int HIGHEST = 125;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy", Locale.UK);

    private FidelityChart() {}

    /** The picture of the newest twelve reviews, oldest first; empty for no review. */
    static String svg(List<FidelityReview> newestFirst) {
        var shown = newestFirst.stream().limit(MOST).toList();
        if (shown.isEmpty()) {
            return "";
        }
        var svg = new StringBuilder("<svg class=\"pw-chart\" role=\"img\" aria-labelledby=\"fidelity-title\" viewBox=\"0 0 760 260\""
                + " xmlns=\"http://www.w3.org/2000/svg\"><title id=\"fidelity-title\">Total of each review; the table has the same numbers</title>");
        for (var band : FidelityBand.values()) {
            if (band != FidelityBand.NONE) {
                svg.append("<line class=\"pw-chart__target\" x1=\"").append(LEFT).append("\" x2=\"").append(LEFT + WIDTH).append("\" y1=\"")
                        .append(y(band.from())).append("\" y2=\"").append(y(band.from())).append("\"></line>")
                        .append(text(LEFT + WIDTH + 10, y(band.from()) + 5, band.label() + " from " + band.from()));
            }
        }
        int step = WIDTH / shown.size();
        int bar = Math.min(40, step * 2 / 3);
        for (int i = 0; i < shown.size(); i++) {
            var review = shown.get(shown.size() - 1 - i);
            int x = LEFT + i * step + (step - bar) / 2;
            svg.append("<rect class=\"pw-chart__bar\" x=\"").append(x).append("\" y=\"").append(y(review.total())).append("\" width=\"").append(bar)
                    .append("\" height=\"").append(BOTTOM - y(review.total())).append("\"><title>").append(Words.date(review.on())).append(": ")
                    .append(review.total()).append("</title></rect>").append(text(x, y(review.total()) - 5, Integer.toString(review.total())))
                    .append(text(x, BOTTOM + 20, MONTH.format(review.on())));
        }
        return svg.append("</svg>").toString();
    }

    private static int y(int total) {
        return BOTTOM - (total - LOWEST) * 200 / (HIGHEST - LOWEST);
    }

    private static String text(int x, int y, String words) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + words + "</text>";
    }
}
