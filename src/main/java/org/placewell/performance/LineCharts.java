package org.placewell.performance;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws the curve of time to a job and the charts of months as SVG; the tables beside them say the same. Integer coordinates only. */
final class LineCharts {

    private static final int LEFT = 50;
    private static final int WIDTH = 560;
    private static final int TOP = 20;
    private static final int HEIGHT = 200;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy", Locale.UK);

    private LineCharts() {}

    /** The share in a job by week; empty when nothing may be shown. */
    static String curve(List<TimeToJob.Point> points) {
        var shown = points.stream().filter(point -> point.percent() != null).toList();
        if (shown.isEmpty()) {
            return "";
        }
        int last = shown.get(shown.size() - 1).week();
        int highest = Math.max(50, shown.get(shown.size() - 1).percent());
        var svg = begin("time-to-job", "Share of people in a first job by week; the table has the same numbers");
        for (int share = 0; share <= highest; share += 25) {
            svg.append(line("pw-chart__grid", LEFT, y(share, highest), LEFT + WIDTH, y(share, highest))).append(text(LEFT - 45, y(share, highest) + 5, share + "\u00a0%"));
        }
        var path = new StringBuilder().append(LEFT).append(',').append(y(0, highest));
        for (var point : shown) {
            int x = LEFT + point.week() * WIDTH / last;
            path.append(' ').append(x).append(',').append(y(point.percent(), highest));
            svg.append(dot(x, y(point.percent(), highest), point.percent() + "\u00a0% by week " + point.week(), false))
                    .append(text(x - 10, TOP + HEIGHT + 20, Integer.toString(point.week())));
        }
        return svg.append("<polyline class=\"pw-chart__line\" points=\"").append(path).append("\"></polyline>")
                .append(text(LEFT + WIDTH + 20, TOP + HEIGHT + 20, "weeks")).append("</svg>").toString();
    }

    /** One chart of months. */
    static String months(ControlChart.Series series, String id) {
        long most = Math.max(5, Stream.concat(series.months().stream().map(ControlChart.Month::count), Stream.of(series.high() == null ? 0L : series.high()))
                .filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(5));
        var svg = begin(id, series.name() + " by month; the table has the same numbers");
        if (series.mean() != null) {
            svg.append(line("pw-chart__grid", LEFT, y(series.mean(), most), LEFT + WIDTH, y(series.mean(), most)))
                    .append(text(LEFT + WIDTH + 10, y(series.mean(), most) + 5, "mean " + series.mean()));
            for (long limit : new long[] {series.low(), series.high()}) {
                svg.append(line("pw-chart__target", LEFT, y(limit, most), LEFT + WIDTH, y(limit, most)));
            }
            svg.append(text(LEFT + WIDTH + 10, y(series.high(), most) - 8, "limit " + series.high()));
            svg.append(text(LEFT + WIDTH + 10, y(series.low(), most) + 16, "limit " + series.low()));
        }
        int step = WIDTH / Math.max(1, series.months().size());
        Integer before = null;
        for (int i = 0; i < series.months().size(); i++) {
            var month = series.months().get(i);
            int x = LEFT + i * step + step / 2;
            if (i % 3 == 0) {
                svg.append(text(x - 18, TOP + HEIGHT + 20, MONTH.format(month.month())));
            }
            if (month.count() == null) {
                svg.append(text(x - 4, TOP + HEIGHT - 4, "×"));
                before = null;
                continue;
            }
            int y = y(month.count(), most);
            if (before != null) {
                svg.append(line("pw-chart__line", x - step, before, x, y));
            }
            svg.append(dot(x, y, MONTH.format(month.month()) + ": " + month.count(), month.signal() != ControlChart.Signal.NONE));
            before = y;
        }
        return svg.append("</svg>").toString();
    }

    private static StringBuilder begin(String id, String title) {
        return new StringBuilder("<svg class=\"pw-chart\" role=\"img\" aria-labelledby=\"" + id + "\" viewBox=\"0 0 760 260\""
                + " xmlns=\"http://www.w3.org/2000/svg\"><title id=\"" + id + "\">" + title + "</title>");
    }

    private static int y(long value, long most) {
        return (int) (TOP + HEIGHT - value * HEIGHT / most);
    }

    private static String line(String kind, int x1, int y1, int x2, int y2) {
        return "<line class=\"" + kind + "\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\"></line>";
    }

    /** A point; a signal is a square, so that it is not told by colour alone. */
    private static String dot(int x, int y, String title, boolean signal) {
        var shape = signal ? "<rect class=\"pw-chart__signal\" x=\"" + (x - 7) + "\" y=\"" + (y - 7) + "\" width=\"14\" height=\"14\">"
                : "<circle class=\"pw-chart__bar\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"4\">";
        return shape + "<title>" + title + "</title>" + (signal ? "</rect>" : "</circle>");
    }

    private static String text(int x, int y, String words) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + words + "</text>";
    }
}
