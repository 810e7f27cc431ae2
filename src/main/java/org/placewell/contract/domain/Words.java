package org.placewell.contract.domain;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.placewell.contract.domain.Metric.Hours;

/** The small words of decisions and sentences. */
final class Words {

    private static final String[] MONTHS = months();

    private Words() {}

    /** {@code 8 January}, with the year when it is another one than that of {@code near}. */
    static String day(LocalDate day, LocalDate near) {
        var text = day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1];
        return near != null && near.getYear() == day.getYear() ? text : text + " " + day.getYear();
    }

    /** {@code a, b and c}. */
    static String list(List<String> parts, String last) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + last + " " + parts.get(parts.size() - 1);
    }

    /** {@code 1 week}, {@code 13 weeks}. */
    static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** Minutes as hours: {@code 16 hours}, {@code 7 hours 30 minutes}. */
    static String hours(int minutes) {
        var rest = minutes % 60;
        if (minutes < 60) {
            return count(rest, "minute");
        }
        return count(minutes / 60, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"));
    }

    /** {@code 16 hours or more}, {@code less than 16 hours}; empty for any hours. */
    static String band(Hours hours) {
        if (hours.any()) {
            return "";
        }
        String text;
        if (hours.below() == Integer.MAX_VALUE) {
            text = hours(hours.from()) + " or more";
        } else if (hours.from() == 0) {
            text = "less than " + hours(hours.below());
        } else {
            text = hours(hours.from()) + " or more but less than " + hours(hours.below());
        }
        return text + (hours.average() ? " a week on average" : " a week");
    }

    /** With its first letter as a capital. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String[] months() {
        var names = new String[12];
        for (var month : java.time.Month.values()) {
            names[month.ordinal()] = month.getDisplayName(TextStyle.FULL, Locale.UK);
        }
        return names;
    }
}
