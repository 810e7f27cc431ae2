package org.placewell.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.placewell.shared.Csv;
import org.placewell.shared.NhsNumber;
import org.placewell.support.World;

/** Files of people for tests and benchmarks. */
public final class Sheets {

    private Sheets() {}

    /** Somebody who waits, with everything that a row needs. */
    public static Map<Column, String> waiting(World.Service service, String key, String given) {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.ROW_KEY, key);
        row.put(Column.NO_NUMBER_REASON, "not known");
        row.put(Column.GIVEN_NAME, given);
        row.put(Column.FAMILY_NAME, "Example");
        // Nobody of another test is born on that day, so that nobody looks alike.
        row.put(Column.BIRTH_DATE, LocalDate.of(1960, 1, 1).plusDays(service.number() * 97L % 14_000).toString());
        row.put(Column.CONTRACT, service.contract());
        row.put(Column.CLINICAL_TEAM, "Clinic " + service.number());
        row.put(Column.REFERRER, service.clinician().username());
        row.put(Column.REFERRED_ON, "2026-01-12");
        row.put(Column.CONSENT_ON, "2026-01-10");
        row.put(Column.SHARE_EVIDENCE, "yes");
        row.put(Column.HEALTH_GROUP, "severe mental illness");
        row.put(Column.STAGE, "waiting");
        row.put(Column.JOINED_ON, "19/01/2026");
        return row;
    }

    /** Somebody referred on 12 January 2026 whom nobody has decided about, in the contract's area. */
    public static Map<Column, String> toTriage(World.Service service, String key, String given) {
        var row = waiting(service, key, given);
        row.put(Column.STAGE, "to triage");
        row.remove(Column.JOINED_ON);
        row.put(Column.AREA, "Haringey");
        row.put(Column.LAST_WORKED, "one to five years");
        return row;
    }

    /** Somebody in support since 2 February 2026. */
    public static Map<Column, String> supported(World.Service service, String key, String given) {
        var row = waiting(service, key, given);
        row.put(Column.STAGE, "in support");
        row.put(Column.SPECIALIST, service.specialist().username());
        row.put(Column.SUPPORT_SINCE, "2026-02-02");
        return row;
    }

    /** Somebody in work since 2 March 2026, for 20 hours a week, with profile and advice behind them. */
    public static Map<Column, String> working(World.Service service, String key, String given) {
        var row = supported(service, key, given);
        row.put(Column.STAGE, "in work");
        row.put(Column.PROFILE_ON, "2026-02-16");
        row.put(Column.ADVICE_ON, "2026-02-20");
        row.put(Column.EMPLOYER, "Bakery");
        row.put(Column.JOB_TITLE, "Baker");
        row.put(Column.STARTED_ON, "2026-03-02");
        row.put(Column.WEEKLY_HOURS, "20");
        return row;
    }

    /** The n-th NHS number of those that are never given to real people; there are some 166,000 of them. */
    public static String number(int n) {
        for (int nine = 999_500_000 + n * 3; nine < 1_000_000_000; nine++) {
            int check = NhsNumber.checkDigit(Integer.toString(nine));
            if (check < 10) {
                return Integer.toString(nine) + check;
            }
        }
        throw new IllegalArgumentException("No such number is left for " + n);
    }

    /** The rows as a CSV file in the template's order. */
    public static byte[] csv(List<Map<Column, String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(",")));
        rows.forEach(row -> lines.add(Arrays.stream(Column.values()).map(column -> Csv.cell(row.getOrDefault(column, "")))
                .collect(Collectors.joining(","))));
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
