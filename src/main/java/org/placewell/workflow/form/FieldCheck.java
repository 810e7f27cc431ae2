package org.placewell.workflow.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.placewell.shared.Problem;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.Form.Field;
import org.placewell.workflow.form.Form.Type;

/** Reads one answer by the rules of its question; the messages follow the design system's wording. */
final class FieldCheck {

    private static final int SHORT = 200;
    private static final int LONG = 4000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|\\uFFFE|\\uFFFF");
    private final Field field;
    private final List<Option> options;
    private final LocalDate today;

    FieldCheck(Field field, List<Option> options, LocalDate today) {
        this.field = field;
        this.options = options;
        this.today = today;
    }

    /** The longest text the question takes. */
    static int longest(Field field) {
        return field.rules().maxLength() > 0 ? field.rules().maxLength() : field.type() == Type.LONG_TEXT ? LONG : SHORT;
    }

    /**
     * The stored value; null when unanswered.
     *
     * @throws Problem naming the question
     */
    Object read(Typed typed) {
        for (var name : Typed.names(field)) {
            var values = typed.values().getOrDefault(name, List.of());
            if (values.size() > 1 && field.type() != Type.CHECKLIST) {
                throw problem("several", named() + " can have only one answer");
            }
            if (values.stream().anyMatch(value -> UNPRINTABLE.matcher(value).find())) {
                throw problem("characters", named() + " contains a character that cannot be stored. Type it again without it");
            }
        }
        if (field.type() == Type.TICK) {
            return tick(typed.text(field.key()));
        }
        if (!typed.answered(field)) {
            if (field.rules().required()) {
                throw problem("required", missing());
            }
            return null;
        }
        return switch (field.type()) {
            case DATE -> date(typed);
            case CHECKLIST -> typed.values().get(field.key()).stream().filter(value -> !value.isEmpty()).map(this::listed).distinct().toList();
            case RADIO, SELECT -> listed(typed.text(field.key()));
            case NUMBER -> number(typed.text(field.key()));
            default -> text(typed.text(field.key()));
        };
    }

    private Boolean tick(String value) {
        if (value.isEmpty() && field.rules().required()) {
            throw problem("required", field.missing().isEmpty() ? "Tick the box to confirm: " + field.label() : field.missing());
        }
        if (!value.isEmpty() && !value.equals("true")) {
            throw problem("not-listed", "Tick the box or leave it empty: " + field.label());
        }
        return value.equals("true");
    }

    private String listed(String value) {
        if (options.stream().noneMatch(option -> option.value().equals(value))) {
            throw problem("not-listed", "Choose one of the answers listed for: " + field.label());
        }
        return value;
    }

    private Object number(String value) {
        var kind = Kind.of(field.kind());
        if (kind == Kind.MONEY || kind == Kind.HOURS) {
            return text(value);
        }
        var plain = value.replaceAll("[ ,]", "");
        if (!plain.matches("-?\\d{1,15}")) {
            throw problem("number", named() + " must be a whole number, like 12");
        }
        var number = Long.parseLong(plain);
        bounds(BigDecimal.valueOf(number), "");
        return number;
    }

    private Object text(String value) {
        if (field.type() != Type.LONG_TEXT && value.indexOf('\n') >= 0) {
            throw problem("lines", named() + " must be on one line");
        }
        if (value.length() > longest(field)) {
            throw problem("too-long", named() + " must be " + longest(field) + " characters or fewer. You have " + value.length());
        }
        if (value.length() < field.rules().minLength()) {
            throw problem("too-short", named() + " must be " + field.rules().minLength() + " characters or more");
        }
        if (!field.rules().pattern().isEmpty() && !Pattern.compile(field.rules().pattern()).matcher(value).find()) {
            throw problem("pattern", field.rules().patternMessage().isEmpty()
                    ? named() + " is not in the form that is asked for" : field.rules().patternMessage());
        }
        var kind = Kind.of(field.kind());
        var answer = kind.read(field.key(), value);
        if (kind == Kind.MONEY) {
            bounds(new BigDecimal(answer), "£");
        } else if (kind == Kind.HOURS) {
            bounds(BigDecimal.valueOf(Kind.minutes(field.key(), answer)).divide(BigDecimal.valueOf(60), 4, java.math.RoundingMode.HALF_UP), "");
        }
        return answer;
    }

    private void bounds(BigDecimal number, String sign) {
        var min = field.rules().min();
        var max = field.rules().max();
        var low = min != null && number.compareTo(min) < 0;
        var high = max != null && number.compareTo(max) > 0;
        if (low && max != null || high && min != null) {
            throw problem("range", named() + " must be between " + sign + min.toPlainString() + " and " + sign + max.toPlainString());
        }
        if (low || high) {
            throw problem("range", named() + " must be " + sign + (low ? min.toPlainString() + " or more" : max.toPlainString() + " or less"));
        }
    }

    private String date(Typed typed) {
        var day = typed.text(field.key() + "-day");
        var month = typed.text(field.key() + "-month");
        var year = typed.text(field.key() + "-year");
        var gaps = new java.util.ArrayList<String>();
        if (day.isEmpty()) {
            gaps.add("a day");
        }
        if (month.isEmpty()) {
            gaps.add("a month");
        }
        if (year.isEmpty()) {
            gaps.add("a year");
        }
        if (!gaps.isEmpty()) {
            throw problem("date", named() + " must include " + String.join(" and ", gaps));
        }
        if (!day.matches("\\d{1,2}") || !month.matches("\\d{1,2}") || !year.matches("\\d{4}")) {
            throw problem("date", named() + " must be a real date with a year of four numbers, like 27 3 2026");
        }
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (date.getYear() < 1900 || date.getYear() > 2199) {
                throw problem("date", named() + " must be between the years 1900 and 2199");
            }
            var fault = Kind.of(field.kind()).fault(date, today);
            if (fault != null) {
                throw problem("date", named() + " " + fault);
            }
            return date.toString();
        } catch (DateTimeException e) {
            throw problem("date", named() + " must be a real date");
        }
    }

    private String missing() {
        if (!field.missing().isEmpty()) {
            return field.missing();
        }
        if (field.label().endsWith("?")) {
            return "Answer the question: " + field.label();
        }
        return (field.type() == Type.RADIO || field.type() == Type.SELECT || field.type() == Type.CHECKLIST ? "Choose: " : "Enter: ") + field.label();
    }

    private String named() {
        return field.label().endsWith("?") ? "Your answer to “" + field.label() + "”" : field.label();
    }

    private Problem problem(String code, String message) {
        return Problem.at(field.key(), code, message);
    }
}
