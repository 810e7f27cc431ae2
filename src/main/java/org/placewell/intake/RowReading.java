package org.placewell.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.referral.AboutPerson;
import org.placewell.referral.AboutPerson.Wishes;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;

/** Understands one row, or says everything that is wrong with it, each with its column. Pure: it looks at no other row and at no record. */
final class RowReading {

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 100;
    private static final Map<String, String> NO_NUMBER =
            Map.of("not known", "notKnown", "not registered", "notRegistered", "not willing", "notWilling");
    private static final Map<String, String> HEALTH = Map.of("severe mental illness", "severeMentalIllness", "common mental illness",
            "commonMentalIllness", "learning disability", "learningDisability", "addiction", "addiction", "long-term condition", "longTermCondition",
            "long term condition", "longTermCondition", "other", "other");
    private static final Map<String, Stage> STAGES = Arrays.stream(Stage.values()).collect(Collectors.toMap(Stage::word, Function.identity()));
    private static final Map<String, EmploymentKind> KINDS = Map.of("employed", EmploymentKind.EMPLOYED, "self-employed",
            EmploymentKind.SELF_EMPLOYED, "self employed", EmploymentKind.SELF_EMPLOYED, "apprenticeship", EmploymentKind.APPRENTICESHIP, "zero hours", EmploymentKind.ZERO_HOURS,
            "zero-hours", EmploymentKind.ZERO_HOURS, "agency", EmploymentKind.AGENCY);
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "y", true, "true", true, "no", false, "n", false, "false", false);
    private static final Map<String, String> LAST_WORKED = Map.of("within a year", "withinYear", "within the last year", "withinYear",
            "one to five years", "oneToFive", "one to five years ago", "oneToFive", "over five years", "overFive", "more than five years ago", "overFive",
            "never", "never", "never yet", "never");
    private static final Map<String, Integer> PRIORITIES = Map.of("1", 1, "2", 2, "3", 3, "4", 4);

    private final Cells cells;
    private final Surroundings around;

    private RowReading(Cells cells, Surroundings around) {
        this.cells = cells;
        this.around = around;
    }

    /** What came of reading a row: the entry, or what is wrong with it by column, in the file's order. */
    record Result(Entry entry, Map<Column, String> problems) {}

    /** Reads a row as of today. */
    static Result of(Map<Column, String> cells, Surroundings around, LocalDate today) {
        var read = new Cells(cells, today);
        var entry = new RowReading(read, around).entry();
        return new Result(read.problems().isEmpty() ? entry : null, read.problems());
    }

    private Entry entry() {
        var stage = cells.need(Column.STAGE, STAGES::get, "must be to triage, waiting, in support or in work");
        var nhsNumber = nhsNumber();
        var contract = cells.need(Column.CONTRACT, word -> around.contract(word).orElse(null), "is not a contract that you can bring people into");
        var clinic = cells.need(Column.CLINICAL_TEAM, word -> around.clinicalTeam(word).orElse(null),
                "is no clinical team here. Take its name from the list on the page");
        var team = contract == null || clinic == null ? null : around.team(clinic, contract).orElse(null);
        if (team == null && contract != null && clinic != null) {
            cells.wrong(Column.CLINICAL_TEAM, "does not refer to an employment team of yours under this contract");
        }
        var born = birthDate();
        var referred = cells.past(Column.REFERRED_ON, true, null, null);
        var consent = cells.past(Column.CONSENT_ON, true, null, null);
        var joined = cells.past(Column.JOINED_ON, stage == Stage.WAITING, referred, Column.REFERRED_ON);
        boolean supported = stage != null && stage.isSupported();
        var since = cells.past(Column.SUPPORT_SINCE, supported, joined == null ? referred : joined, joined == null ? Column.REFERRED_ON : Column.JOINED_ON);
        var specialist = specialist(supported, team);
        var entry = new Entry(cells.text(Column.ROW_KEY, true, 60), nhsNumber, nhsNumber.isEmpty() ? noNumberReason() : "",
                cells.text(Column.GIVEN_NAME, true, 80),
                cells.text(Column.FAMILY_NAME, true, 80), born, cells.text(Column.PHONE, false, 40), email(), contract, clinic, team, referrer(clinic, stage), referred,
                consent, cells.word(Column.SHARE_EVIDENCE, YES_OR_NO::get, false, "must be yes or no"),
                cells.word(Column.ASK_EMPLOYERS, YES_OR_NO::get, false, "must be yes or no"),
                cells.need(Column.HEALTH_GROUP, HEALTH::get, "must be one of: severe mental illness, common mental illness, learning disability, addiction,"
                        + " long-term condition, other"),
                stage, joined, cells.word(Column.PRIORITY, PRIORITIES::get, null, "must be 1, 2, 3 or 4"), specialist, since,
                cells.past(Column.PROFILE_ON, false, referred, Column.REFERRED_ON), cells.past(Column.ADVICE_ON, false, referred, Column.REFERRED_ON),
                cells.text(Column.EMPLOYER, stage == Stage.IN_WORK, 120), cells.text(Column.JOB_TITLE, stage == Stage.IN_WORK, 120),
                cells.word(Column.JOB_KIND, KINDS::get, EmploymentKind.EMPLOYED, "must be employed, self-employed, apprenticeship, zero hours or agency"),
                cells.past(Column.STARTED_ON, stage == Stage.IN_WORK, born == null ? null : born.plusYears(YOUNGEST), Column.BIRTH_DATE),
                minutes(stage == Stage.IN_WORK), claimsFrom(referred), said());
        nothingOf(stage);
        if (stage == Stage.TO_TRIAGE) {
            stillTaken(contract, referred);
        } else if (contract != null && around.trials().contains(contract)) {
            cells.wrong(Column.CONTRACT, "runs as a trial, which allocates its people: only rows with the stage 'to triage' can come in");
        }
        return entry;
    }

    /** A column that says something about a later stage than the row's is more likely a wrong stage than a wrong column. */
    private void nothingOf(Stage stage) {
        var later = new ArrayList<Column>();
        if (stage == Stage.TO_TRIAGE) {
            later.addAll(List.of(Column.JOINED_ON, Column.PRIORITY));
        }
        if (stage == Stage.TO_TRIAGE || stage == Stage.WAITING) {
            later.addAll(List.of(Column.SPECIALIST, Column.SUPPORT_SINCE, Column.PROFILE_ON, Column.ADVICE_ON));
        }
        if (stage != null && stage != Stage.IN_WORK) {
            later.addAll(List.of(Column.EMPLOYER, Column.JOB_TITLE, Column.STARTED_ON, Column.WEEKLY_HOURS));
        }
        if (stage == Stage.IN_WORK) {
            later.add(Column.PAID_WORK);
        }
        later.stream().filter(column -> !cells.cell(column).isEmpty()).forEach(column ->
                cells.wrong(column, "is filled in, but the stage is '" + stage.word() + "'. Empty it, or change the stage"));
    }

    /** A contract takes the referrals that were made while it took any, as the form of a referral does on the day itself. */
    private void stillTaken(String contract, LocalDate referred) {
        var last = contract == null || referred == null ? null : around.lastDays().get(contract);
        if (last != null && referred.isAfter(last)) {
            cells.wrong(Column.REFERRED_ON, "is after " + Words.date(last) + ", until when this contract took referrals");
        }
    }

    private Entry.Said said() {
        var languages = cells.word(Column.LANGUAGE, word -> PersonWords.languages(word).orElse(null), List.<String>of(),
                "must be one or two languages of the list on the page, with a semicolon between them, or empty");
        return new Entry.Said(cells.text(Column.AREA, false, 80), cells.word(Column.PAID_WORK, YES_OR_NO::get, false, "must be yes or no"),
                cells.word(Column.LAST_WORKED, LAST_WORKED::get, "notSaid", "must be within a year, one to five years, over five years or never, or empty"),
                cells.word(Column.JOB_SOON, YES_OR_NO::get, false, "must be yes or no"),
                new AboutPerson(cells.word(Column.ETHNICITY, PersonWords::ethnicity, "", "must be a letter or the words of the list on the page, or empty"),
                        cells.word(Column.SEX, PersonWords::sex, "", "must be female, male, in another way or not said, or empty"),
                        new Wishes(languages, "", "", "")));
    }

    private String nhsNumber() {
        var typed = cells.cell(Column.NHS_NUMBER);
        if (typed.isEmpty()) {
            return "";
        }
        try {
            return NhsNumber.parse("", typed).digits();
        } catch (Problem problem) {
            cells.wrong(Column.NHS_NUMBER, problem.code().equals("nhs-number-length") ? "must have ten digits"
                    : "is not a real one: its last digit does not fit the others");
            return "0000000000";
        }
    }

    private String noNumberReason() {
        var reason = NO_NUMBER.get(Column.plain(cells.cell(Column.NO_NUMBER_REASON)));
        if (reason == null) {
            cells.wrong(Column.NO_NUMBER_REASON, "must say why there is no NHS number: not known, not registered or not willing");
        }
        return reason;
    }

    private LocalDate birthDate() {
        var born = cells.past(Column.BIRTH_DATE, true, null, null);
        if (born != null && (born.isAfter(cells.today().minusYears(YOUNGEST)) || !born.isAfter(cells.today().minusYears(OLDEST + 1)))) {
            cells.wrong(Column.BIRTH_DATE, "would make the person younger than " + YOUNGEST + " or older than " + OLDEST + ". Check the year");
        }
        return born;
    }

    private String specialist(boolean needed, String team) {
        var typed = cells.text(Column.SPECIALIST, needed, 80);
        if (!needed || typed.isEmpty() || team == null) {
            return "";
        }
        return around.specialist(team, typed).orElseGet(() -> cells.wrong(Column.SPECIALIST, "is no employment specialist of the team that serves this"
                + " clinical team, or two people have this name: then give the login name"));
    }

    private String referrer(String clinic, Stage stage) {
        var typed = cells.text(Column.REFERRER, false, 80);
        if (typed.isEmpty() || clinic == null) {
            return stage == Stage.TO_TRIAGE ? "" : around.sender();
        }
        return around.clinician(clinic, typed).orElseGet(() -> cells.wrong(Column.REFERRER,
                "is no clinician of this row's clinical team, or two people have this name: then give the login name. It may stay empty"));
    }

    private String email() {
        var typed = cells.text(Column.EMAIL, false, 120);
        if (!typed.isEmpty() && !typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            cells.wrong(Column.EMAIL, "does not look like an e-mail address");
        }
        return typed;
    }

    private int minutes(boolean needed) {
        var typed = cells.text(Column.WEEKLY_HOURS, needed, 10);
        if (typed.isEmpty() || !needed) {
            return 0;
        }
        if (!typed.matches("\\d{1,3}([.,]\\d{1,2})?") || new BigDecimal(typed.replace(',', '.')).compareTo(BigDecimal.valueOf(100)) > 0) {
            cells.wrong(Column.WEEKLY_HOURS, "must be a number like 16 or 18.5, at most 100");
            return 0;
        }
        int minutes = new BigDecimal(typed.replace(',', '.')).multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).intValueExact();
        if (minutes == 0) {
            cells.wrong(Column.WEEKLY_HOURS, "must be more than 0");
        }
        return minutes;
    }

    private LocalDate claimsFrom(LocalDate referred) {
        var day = cells.day(Column.CLAIMS_FROM, false);
        if (day != null && referred != null && day.isBefore(referred)) {
            cells.wrong(Column.CLAIMS_FROM, "must not be before the referral");
        }
        return day == null ? cells.today() : day;
    }
}
