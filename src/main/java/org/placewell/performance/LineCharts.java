package org.placewell.performance;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws the curve of time to a job and the charts of months as SVG; the tables beside them say the same. Each is drawn twice, for a wide
 * page and for a phone, where a picture made smaller would have letters too small to read: the style sheet shows one. Integer coordinates only.
 */
final class LineCharts {

    private static final Frame WIDE = new Frame("wide", 760, 50, 560);
    private static final Frame NARROW = new Frame("narrow", 340, 42, 226);
    private static final int TOP = 20;
    private static final int HEIGHT = 200;
    /** The room that {@code 05/26} takes below the chart. */
    private static final int LABEL = 44;
    /** The room that {@code 26} takes there. */
    private static final int WEEK = 20;
    private static final int MOST_LINES = 5;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy", Locale.UK);

    private LineCharts() {}

    /** The share in a job by week; empty when nothing may be shown. */
    static String curve(List<TimeToJob.Point> points) {
        var shown = points.stream().filter(point -> point.percent() != null).toList();
        return shown.isEmpty() ? "" : both(frame -> curve(shown, frame));
    }

    private static String curve(List<TimeToJob.Point> shown, Frame frame) {
        int last = shown.get(shown.size() - 1).week();
        int highest = Math.max(50, shown.get(shown.size() - 1).percent());
        var svg = begin(frame, "time-to-job", "Share of people in a first job by week; the table has the same numbers");
        for (int share = 0; share <= highest; share += 25) {
            svg.append(scale(frame, y(share, highest), share + "\u00a0%"));
        }
        int labelled = 0;
        var path = new StringBuilder().append(frame.left()).append(',').append(y(0, highest));
        for (var point : shown) {
            int x = frame.left() + point.week() * frame.width() / last;
            path.append(' ').append(x).append(',').append(y(point.percent(), highest));
            svg.append(dot(x, y(point.percent(), highest), point.percent() + "\u00a0% by week " + point.week(), false));
            if (x - labelled >= WEEK) {
                svg.append(text("middle", x, TOP + HEIGHT + 20, Integer.toString(point.week())));
                labelled = x;
            }
        }
        return svg.append("<polyline class=\"pw-chart__line\" points=\"").append(path).append("\"></polyline>")
                .append(text("start", frame.right() + 12, TOP + HEIGHT + 20, "weeks")).append("</svg>").toString();
    }

    /** One chart of months. */
    static String months(ControlChart.Series series, String id) {
        return both(frame -> months(series, id, frame));
    }

    private static String months(ControlChart.Series series, String id, Frame frame) {
        long highest = Stream.concat(series.months().stream().map(ControlChart.Month::count), Stream.of(series.high() == null ? 0L : series.high()))
                .filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0);
        long apart = apart(Math.max(MOST_LINES, highest));
        long most = (Math.max(MOST_LINES, highest) + apart - 1) / apart * apart;
        var svg = begin(frame, id, series.name() + " by month; the table has the same numbers");
        for (long value = 0; value <= most; value += apart) {
            svg.append(scale(frame, y(value, most), Long.toString(value)));
        }
        if (series.mean() != null) {
            svg.append(line("pw-chart__mean", frame.left(), y(series.mean(), most), frame.right(), y(series.mean(), most)))
                    .append(text("start", frame.right() + 8, y(series.mean(), most) + 5, "mean " + series.mean()));
            for (long limit : new long[] {series.low(), series.high()}) {
                svg.append(line("pw-chart__target", frame.left(), y(limit, most), frame.right(), y(limit, most)));
            }
            // Where the lines lie close together, their words keep out of each other's way.
            svg.append(text("start", frame.right() + 8, Math.min(y(series.high(), most) + 5, y(series.mean(), most) - 11), "limit " + series.high()));
            svg.append(text("start", frame.right() + 8, Math.max(y(series.low(), most) + 5, y(series.mean(), most) + 21), "limit " + series.low()));
        }
        int step = frame.width() / Math.max(1, series.months().size());
        int every = Stream.of(1, 3, 6).filter(some -> some * step >= LABEL).findFirst().orElse(12);
        Integer before = null;
        for (int i = 0; i < series.months().size(); i++) {
            var month = series.months().get(i);
            int x = frame.left() + i * step + step / 2;
            if (i % every == 0) {
                svg.append(text("middle", x, TOP + HEIGHT + 20, MONTH.format(month.month())));
            }
            if (month.count() == null) {
                svg.append(text("middle", x, TOP + HEIGHT - 4, "×"));
                before = null;
                continue;
            }
            int y = y(month.count(), most);
            if (before != null) {
                svg.append(line("pw-chart__line", x - step, before, x, y));
            }
            svg.append(dot(x, y, month.words() + ": " + month.count(), month.signal() != ControlChart.Signal.NONE));
            before = y;
        }
        return svg.append("</svg>").toString();
    }

    /** How far apart the lines of a scale lie, so that there are five steps at most: 1, 2, 5, 10, 20, 50 and so on. */
    static long apart(long most) {
        long ten = 1;
        while (true) {
            for (long step : new long[] {ten, 2 * ten, 5 * ten}) {
                if (step * MOST_LINES >= most) {
                    return step;
                }
            }
            ten *= 10;
        }
    }

    private static String both(Function<Frame, String> picture) {
        return picture.apply(WIDE) + picture.apply(NARROW);
    }

    private static StringBuilder begin(Frame frame, String id, String title) {
        var own = id + "-" + frame.name();
        return new StringBuilder("<svg class=\"pw-chart pw-chart--" + frame.name() + "\" role=\"img\" aria-labelledby=\"" + own + "\" viewBox=\"0 0 "
                + frame.whole() + " 260\" xmlns=\"http://www.w3.org/2000/svg\"><title id=\"" + own + "\">" + title + "</title>");
    }

    /** One line of the scale with its value. */
    private static String scale(Frame frame, int y, String value) {
        return line("pw-chart__grid", frame.left(), y, frame.right(), y) + text("end", frame.left() - 6, y + 5, value);
    }

    private static int y(long value, long most) {
        return (int) (TOP + HEIGHT - value * HEIGHT / most);
    }

    private static String line(String kind, int x1, int y1, int x2, int y2) {
        return "<line class=\"" + kind + "\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\"></line>";
    }

    /** A point; a signal is a square, so that it is not told by colour alone. */
    private static String dot(int x, int y, String title, boolean signal) {
        var shape = signal ? "<rect class=\"pw-chart__signal\" x=\"" + (x - 6) + "\" y=\"" + (y - 6) + "\" width=\"12\" height=\"12\">"
                : "<circle class=\"pw-chart__bar\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"4\">";
        return shape + "<title>" + title + "</title>" + (signal ? "</rect>" : "</circle>");
    }

    private static String text(String anchor, int x, int y, String words) {
        return "<text text-anchor=\"" + anchor + "\" x=\"" + x + "\" y=\"" + y + "\">" + words + "</text>";
    }

    /** The measures of a picture: how wide as a whole, where the scale ends, and how wide from there. */
    private record Frame(String name, int whole, int left, int width) {

        int right() {
            return left + width;
        }
    }
}
