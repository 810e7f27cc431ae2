package org.placewell.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Break;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

/**
 * One line of an examples.csv. Lists are separated by spaces; a missed appointment ends in {@code -}; jobs are separated by
 * {@code |} and read {@code J-1 2026-01-08..2026-04-20 16h 20h@2026-02-01 break=2026-03-01..2026-03-07 day1 worked=4h}.
 */
record Example(String name, String outcome, Facts facts, Uses uses, String kind, String amount, String day, String says) {

    static Example of(CSVRecord row) {
        var facts = new Facts(date(row.get("referred")), date(row.get("referred")).plusDays(7), appointments(row.get("appointments")),
                date(row.get("profile")), jobs(row.get("jobs")), scores(row.get("scores")), date(row.get("asked")));
        var claimed = words(row.get("claimed")).map(outcome -> new Claimed(outcome, "1", true)).toList();
        var uses = new Uses(claimed.isEmpty() ? 0 : 1, !claimed.isEmpty(), Map.of(), Map.of(), Map.of(), claimed);
        return new Example(row.get("example"), row.get("outcome"), facts, uses, row.get("decision"), row.get("amount"), row.get("day"), row.get("says"));
    }

    static List<JobSpell> jobs(String text) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split("\\|")).map(Example::job).toList();
    }

    private static JobSpell job(String text) {
        var parts = text.strip().split(" +");
        var days = parts[1].split("\\.\\.", -1);
        var start = date(days[0]);
        var hours = new ArrayList<HoursPeriod>();
        var breaks = new ArrayList<Break>();
        var pay = new ArrayList<Earnings>();
        var kind = WorkKind.EMPLOYED;
        boolean competitive = true;
        boolean chain = false;
        boolean held = false;
        int fullDays = 0;
        int minutes = 0;
        for (var part : Arrays.copyOfRange(parts, 2, parts.length)) {
            if (part.matches("\\d+h(\\d+m)?(@.*)?")) {
                var from = part.contains("@") ? date(part.substring(part.indexOf('@') + 1)) : start;
                hours.add(new HoursPeriod(from, minutes(part.replaceAll("@.*", ""))));
            } else if (part.startsWith("break=")) {
                var away = part.substring(6).split("\\.\\.");
                breaks.add(new Break(date(away[0]), date(away[1])));
            } else if (part.startsWith("pay=")) {
                var paid = part.substring(4).split("\\.\\.|:");
                pay.add(new Earnings(date(paid[0]), date(paid[1]), Pence.parse(paid[2]),
                        paid.length > 3 ? IncomeKind.valueOf(paid[3].toUpperCase(Locale.ROOT).replace('-', '_')) : IncomeKind.WAGES));
            } else if (part.startsWith("day")) {
                fullDays = Integer.parseInt(part.substring(3));
            } else if (part.startsWith("worked=")) {
                minutes = minutes(part.substring(7));
            } else if (part.equals("supply-chain")) {
                chain = true;
            } else if (part.equals("held")) {
                held = true;
            } else if (part.equals("not-competitive")) {
                competitive = false;
            } else {
                kind = WorkKind.valueOf(part.toUpperCase(Locale.ROOT).replace('-', '_'));
            }
        }
        return new JobSpell(parts[0], start, days.length > 1 ? date(days[1]) : null, hours, breaks, kind, held, competitive, chain, fullDays, minutes, pay);
    }

    private static int minutes(String hours) {
        var parts = hours.replace("m", "").split("h");
        return 60 * Integer.parseInt(parts[0]) + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    private static List<Appointment> appointments(String text) {
        return words(text).map(word -> new Appointment(date(word.replaceAll("-$", "")), !word.endsWith("-"))).toList();
    }

    private static List<Score> scores(String text) {
        return words(text).map(word -> new Score("treatment-outcomes-profile", date(word.split("=")[0]), Integer.parseInt(word.split("=")[1]))).toList();
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(text.strip().split(" +")).filter(word -> !word.isEmpty());
    }

    static LocalDate date(String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
