package org.placewell.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;

/** Understands one row, or says everything that is wrong with it, each with its column. Pure: it looks at no other row and at no record. */
final class RowReading {

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 100;
    private static final Map<String, String> NO_NUMBER =
            Map.of("not known", "notKnown", "not registered", "notRegistered", "not willing", "notWilling");
    private static final Map<String, String> HEALTH = Map.of("severe mental illness", "severeMentalIllness", "common mental illness",
            "commonMentalIllness", "learning disability", "learningDisability", "addiction", "addiction", "long-term condition", "longTermCondition",
            "long term condition", "longTermCondition", "other", "other");
    private static final Map<String, Stage> STAGES = Map.of("waiting", Stage.WAITING, "in support", Stage.IN_SUPPORT, "in work", Stage.IN_WORK);
    private static final Map<String, EmploymentKind> KINDS = Map.of("employed", EmploymentKind.EMPLOYED, "self-employed",
            EmploymentKind.SELF_EMPLOYED, "self employed", EmploymentKind.SELF_EMPLOYED, "apprenticeship", EmploymentKind.APPRENTICESHIP, "zero hours", EmploymentKind.ZERO_HOURS,
            "zero-hours", EmploymentKind.ZERO_HOURS, "agency", EmploymentKind.AGENCY);
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "y", true, "true", true, "no", false, "n", false, "false", false);
    private static final Map<String, Integer> PRIORITIES = Map.of("1", 1, "2", 2, "3", 3, "4", 4);

    private final Map<Column, String> cells;
    private final Surroundings around;
    private final LocalDate today;
    private final Map<Column, String> problems = new EnumMap<>(Column.class);

    private RowReading(Map<Column, String> cells, Surroundings around, LocalDate today) {
        this.cells = cells;
        this.around = around;
        this.today = today;
    }

    /** What came of reading a row: the entry, or what is wrong with it by column, in the file's order. */
    record Result(Entry entry, Map<Column, String> problems) {}

    /** Reads a row as of today. */
    static Result of(Map<Column, String> cells, Surroundings around, LocalDate today) {
        var reading = new RowReading(cells, around, today);
        var entry = reading.entry();
        return new Result(reading.problems.isEmpty() ? entry : null, reading.problems);
    }

    private Entry entry() {
        for (var column : Column.values()) {
            if (cell(column).contains(XlsxRows.FORMULA)) {
                wrong(column, "holds a formula or an error. Paste the value instead: only values are read");
            } else if (cell(column).chars().anyMatch(Character::isISOControl)) {
                wrong(column, "holds a sign that cannot be shown. Type it again");
            }
        }
        var stage = need(Column.STAGE, STAGES::get, "must be waiting, in support or in work");
        var nhsNumber = nhsNumber();
        var contract = need(Column.CONTRACT, word -> around.contract(word).orElse(null), "is not a contract that you can bring people into");
        var clinic = need(Column.CLINICAL_TEAM, word -> around.clinicalTeam(word).orElse(null),
                "is no clinical team here. Take its name from the list on the page");
        var team = contract == null || clinic == null ? null : around.team(clinic, contract).orElse(null);
        if (team == null && contract != null && clinic != null) {
            wrong(Column.CLINICAL_TEAM, "does not refer to an employment team of yours under this contract");
        }
        var born = birthDate();
        var referred = past(Column.REFERRED_ON, true, null, null);
        var consent = past(Column.CONSENT_ON, true, null, null);
        var joined = past(Column.JOINED_ON, stage == Stage.WAITING, referred, Column.REFERRED_ON);
        boolean supported = stage != null && stage.isSupported();
        var since = past(Column.SUPPORT_SINCE, supported, joined == null ? referred : joined, joined == null ? Column.REFERRED_ON : Column.JOINED_ON);
        var specialist = specialist(supported, team);
        var entry = new Entry(text(Column.ROW_KEY, true, 60), nhsNumber, nhsNumber.isEmpty() ? noNumberReason() : "",
                text(Column.GIVEN_NAME, true, 80),
                text(Column.FAMILY_NAME, true, 80), born, text(Column.PHONE, false, 40), email(), contract, clinic, team, referrer(clinic), referred,
                consent, word(Column.SHARE_EVIDENCE, YES_OR_NO::get, false, "must be yes or no"),
                word(Column.ASK_EMPLOYERS, YES_OR_NO::get, false, "must be yes or no"),
                need(Column.HEALTH_GROUP, HEALTH::get, "must be one of: severe mental illness, common mental illness, learning disability, addiction,"
                        + " long-term condition, other"),
                stage, joined, word(Column.PRIORITY, PRIORITIES::get, null, "must be 1, 2, 3 or 4"), specialist, since,
                past(Column.PROFILE_ON, false, referred, Column.REFERRED_ON), past(Column.ADVICE_ON, false, referred, Column.REFERRED_ON),
                text(Column.EMPLOYER, stage == Stage.IN_WORK, 120), text(Column.JOB_TITLE, stage == Stage.IN_WORK, 120),
                word(Column.JOB_KIND, KINDS::get, EmploymentKind.EMPLOYED, "must be employed, self-employed, apprenticeship, zero hours or agency"),
                past(Column.STARTED_ON, stage == Stage.IN_WORK, born == null ? null : born.plusYears(YOUNGEST), Column.BIRTH_DATE),
                minutes(stage == Stage.IN_WORK), claimsFrom(referred));
        nothingOf(stage);
        return entry;
    }

    /** A column that says something about a later stage than the row's is more likely a wrong stage than a wrong column. */
    private void nothingOf(Stage stage) {
        var later = new ArrayList<Column>();
        if (stage == Stage.WAITING) {
            later.addAll(List.of(Column.SPECIALIST, Column.SUPPORT_SINCE, Column.PROFILE_ON, Column.ADVICE_ON));
        }
        if (stage == Stage.WAITING || stage == Stage.IN_SUPPORT) {
            later.addAll(List.of(Column.EMPLOYER, Column.JOB_TITLE, Column.STARTED_ON, Column.WEEKLY_HOURS));
        }
        later.stream().filter(column -> !cell(column).isEmpty()).forEach(column ->
                wrong(column, "is filled in, but the stage is '" + stage.word() + "'. Empty it, or change the stage"));
    }

    private String nhsNumber() {
        var typed = cell(Column.NHS_NUMBER);
        if (typed.isEmpty()) {
            return "";
        }
        try {
            return NhsNumber.parse("", typed).digits();
        } catch (Problem problem) {
            wrong(Column.NHS_NUMBER, problem.code().equals("nhs-number-length") ? "must have ten digits"
                    : "is not a real one: its last digit does not fit the others");
            return "0000000000";
        }
    }

    private String noNumberReason() {
        var reason = NO_NUMBER.get(Column.plain(cell(Column.NO_NUMBER_REASON)));
        if (reason == null) {
            wrong(Column.NO_NUMBER_REASON, "must say why there is no NHS number: not known, not registered or not willing");
        }
        return reason;
    }

    private LocalDate birthDate() {
        var born = past(Column.BIRTH_DATE, true, null, null);
        if (born != null && (born.isAfter(today.minusYears(YOUNGEST)) || !born.isAfter(today.minusYears(OLDEST + 1)))) {
            wrong(Column.BIRTH_DATE, "would make the person younger than " + YOUNGEST + " or older than " + OLDEST + ". Check the year");
        }
        return born;
    }

    private String specialist(boolean needed, String team) {
        var typed = text(Column.SPECIALIST, needed, 80);
        if (!needed || typed.isEmpty() || team == null) {
            return "";
        }
        return around.specialist(team, typed).orElseGet(() -> wrong(Column.SPECIALIST, "is no employment specialist of the team that serves this"
                + " clinical team, or two people have this name: then give the login name"));
    }

    private String referrer(String clinic) {
        var typed = text(Column.REFERRER, false, 80);
        if (typed.isEmpty() || clinic == null) {
            return around.sender();
        }
        return around.clinician(clinic, typed).orElseGet(() -> wrong(Column.REFERRER,
                "is no clinician of this row's clinical team, or two people have this name: then give the login name. It may stay empty"));
    }

    private String email() {
        var typed = text(Column.EMAIL, false, 120);
        if (!typed.isEmpty() && !typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            wrong(Column.EMAIL, "does not look like an e-mail address");
        }
        return typed;
    }

    private int minutes(boolean needed) {
        var typed = text(Column.WEEKLY_HOURS, needed, 10);
        if (typed.isEmpty() || !needed) {
            return 0;
        }
        if (!typed.matches("\\d{1,3}([.,]\\d{1,2})?") || new BigDecimal(typed.replace(',', '.')).compareTo(BigDecimal.valueOf(100)) > 0) {
            wrong(Column.WEEKLY_HOURS, "must be a number like 16 or 18.5, at most 100");
            return 0;
        }
        int minutes = new BigDecimal(typed.replace(',', '.')).multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).intValueExact();
        if (minutes == 0) {
            wrong(Column.WEEKLY_HOURS, "must be more than 0");
        }
        return minutes;
    }

    private LocalDate claimsFrom(LocalDate referred) {
        var day = day(Column.CLAIMS_FROM, false);
        if (day != null && referred != null && day.isBefore(referred)) {
            wrong(Column.CLAIMS_FROM, "must not be before the referral");
        }
        return day == null ? today : day;
    }

    private LocalDate past(Column column, boolean needed, LocalDate earliest, Column other) {
        var day = day(column, needed);
        if (day != null && day.isAfter(today)) {
            wrong(column, "lies in the future");
        } else if (day != null && earliest != null && day.isBefore(earliest)) {
            wrong(column, column == Column.STARTED_ON ? "is too long ago for this person" : "is before '" + other.heading() + "'");
        }
        return day;
    }

    private LocalDate day(Column column, boolean needed) {
        var typed = text(column, needed, 30);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var day = Days.read(typed);
            if (day.isEmpty()) {
                wrong(column, "must be a day like 17/05/2026 or 2026-05-17");
            }
            return day.orElse(null);
        } catch (DateTimeException e) {
            wrong(column, "is not a day of the calendar");
        }
        return null;
    }

    private <T> T need(Column column, Function<String, T> known, String message) {
        return text(column, true, SheetFile.LONGEST_CELL).isEmpty() ? null : word(column, known, null, message);
    }

    private <T> T word(Column column, Function<String, T> known, T otherwise, String message) {
        if (cell(column).isEmpty()) {
            return otherwise;
        }
        var found = known.apply(Column.plain(cell(column)));
        if (found == null) {
            wrong(column, message);
        }
        return found == null ? otherwise : found;
    }

    private String text(Column column, boolean needed, int longest) {
        var typed = cell(column);
        if (needed && typed.isEmpty()) {
            wrong(column, "is empty");
        } else if (typed.length() > longest) {
            wrong(column, "is longer than " + longest + " letters");
        }
        return typed;
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** The first thing that is wrong with a column is enough. @return the empty text, which stands for a word that nobody understands */
    private String wrong(Column column, String message) {
        problems.putIfAbsent(column, message);
        return "";
    }
}
