package org.placewell.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;

/** What the server checks of an answer beyond the form's rules, named by the field's property {@code kind}. */
enum Kind {
    NONE, NHS_NUMBER, DATE, PAST_DATE, FUTURE_DATE, MONEY, HOURS, EMAIL, PHONE, POSTCODE, SECRET, VERSION;

    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,5})(?:[:h] ?([0-5]?\\d)m?)?");
    private static final Pattern HOURS_WITH_PART = Pattern.compile("\\d{1,5}\\.\\d{1,2}");
    private static final Pattern POST = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");

    String word() {
        return this == NONE ? "" : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Kind of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind " + word));
    }

    static String known(String word, String form) {
        try {
            return of(word).word();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("form " + form + ": " + e.getMessage(), e);
        }
    }

    /**
     * The stored value of a typed text: an NHS number's ten digits, pounds as {@code 842.50}, hours as {@code 16} or {@code 16:30},
     * a postcode in capitals.
     *
     * @throws Problem naming the field when it is not of the kind
     */
    String read(String field, String typed) {
        return switch (this) {
            case NHS_NUMBER -> NhsNumber.parse(field, typed).digits();
            case MONEY -> BigDecimal.valueOf(money(field, typed), 2).toPlainString();
            case HOURS -> {
                var minutes = minutes(field, typed);
                yield minutes % 60 == 0 ? Long.toString(minutes / 60) : minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
            }
            case EMAIL -> match(field, typed, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "Enter an email address in the correct format, like name@example.com");
            case PHONE -> match(field, typed, "\\+?[\\d ()-]{9,20}", "Enter a phone number, like 01632 960 001 or 07700 900 982");
            case POSTCODE -> {
                var code = typed.toUpperCase(java.util.Locale.UK).replaceAll("\\s+", " ");
                if (!POST.matcher(code).matches()) {
                    throw Problem.at(field, "postcode", "Enter a full UK postcode, like AA3 1AB");
                }
                yield code;
            }
            default -> typed;
        };
    }

    /** Says what is wrong with a date of this kind; null when nothing is. */
    String fault(LocalDate date, LocalDate today) {
        if (this == PAST_DATE && date.isAfter(today)) {
            return "must be today or in the past";
        }
        if (this == FUTURE_DATE && date.isBefore(today)) {
            return "must be today or in the future";
        }
        return null;
    }

    static long money(String field, String typed) {
        try {
            var pence = Pence.parse(typed.replace(" ", ""));
            if (pence.amount() < 0 || pence.amount() > 100_000_000_000L) {
                throw new IllegalArgumentException("out of range");
            }
            return pence.amount();
        } catch (IllegalArgumentException e) {
            throw new Problem("money", field, "Enter an amount in pounds and pence, like 330 or 1,440.50");
        }
    }

    static long minutes(String field, String typed) {
        var plain = typed.replaceAll("(?i) *(hours?|hrs?) *$", "").strip();
        var clock = HOURS_AND_MINUTES.matcher(plain);
        if (clock.matches()) {
            return Long.parseLong(clock.group(1)) * 60 + (clock.group(2) == null ? 0 : Long.parseLong(clock.group(2)));
        }
        if (HOURS_WITH_PART.matcher(plain).matches()) {
            // 37.33 on a payslip is no whole minute: rounded down, like every hour that counts towards a band.
            return new BigDecimal(plain).multiply(BigDecimal.valueOf(60)).setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
        }
        throw Problem.at(field, "hours", "Enter hours as a number, like 16, 16.5 or 16:30");
    }

    private static String match(String field, String typed, String pattern, String message) {
        if (typed.length() > 254 || !typed.matches(pattern)) {
            throw Problem.at(field, "format", message);
        }
        return typed;
    }
}
