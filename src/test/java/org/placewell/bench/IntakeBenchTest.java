package org.placewell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.intake.Column;
import org.placewell.intake.ImportStatus;
import org.placewell.intake.Intake;
import org.placewell.intake.RowStatus;
import org.placewell.intake.Sheets;
import org.placewell.shared.MovableClock;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten thousand people brought in: an eighth go to triage, an eighth wait, a quarter are in support, half are in work; 512 MB of heap in all. */
@Tag("bench")
@PlacewellTest
class IntakeBenchTest {

    private static final int ROWS = Integer.getInteger("bench.rows", 10_000);
    private static final int HANDS = 2;
    private static final long ROOM = 512L << 20;
    private static final String[] GIVEN = {"Amara", "Boris", "Chen", "Dilys", "Emre", "Fatima", "Gwen", "Hassan", "Ioana", "Jakub", "Kavita", "Liam",
        "Maeve", "Nadia", "Owen", "Priya", "Quentin", "Rosa", "Stefan", "Tunde"};
    private static final String[] FAMILY = {"Adeyemi", "Baker", "Campbell", "Davies", "Evans", "Farah", "Green", "Hughes", "Ibrahim", "Jones", "Khan",
        "Lewis", "Murphy", "Novak", "Okafor", "Patel", "Quinn", "Roberts", "Singh", "Taylor", "Usman", "Vaughan", "Walker", "Young"};

    @Autowired MoneyWorld money;
    @Autowired Intake intake;
    @Autowired MovableClock clock;

    @Test
    @DisplayName("Ten thousand rows in at most five minutes on two processors, 512 MB of heap")
    void tenThousandRows() throws Exception {
        clock.stopAt(LocalDate.of(2026, 6, 9));
        var service = money.service(terms -> terms.replace("people: 985", "people: 20000").replace("£1,440,000", "£1,440,000,000"));
        var rows = new ArrayList<Map<Column, String>>();
        for (int i = 0; i < ROWS; i++) {
            var row = i % 8 == 0 ? Sheets.toTriage(service, "B" + i, "") : i % 8 == 4 ? Sheets.waiting(service, "B" + i, "") : i % 4 == 1 ? Sheets.supported(service, "B" + i, "") : Sheets.working(service, "B" + i, "");
            row.put(Column.GIVEN_NAME, GIVEN[i % GIVEN.length]);
            row.put(Column.FAMILY_NAME, FAMILY[i / 7 % FAMILY.length] + "-" + FAMILY[i / 11 % FAMILY.length]);
            row.put(Column.BIRTH_DATE, LocalDate.of(1960, 1, 1).plusDays(i * 37L % 15_000).toString());
            row.put(Column.NHS_NUMBER, Sheets.number(1_000 + i));
            row.remove(Column.NO_NUMBER_REASON);
            row.put(Column.ETHNICITY, i % 3 == 0 ? "A" : "M");
            row.put(Column.LANGUAGE, i % 5 == 0 ? "Polish; English" : "English");
            row.put(Column.EMPLOYER, "Employer " + i % 300);
            row.put(Column.SPECIALIST, i % 2 == 0 ? service.specialist().username() : service.specialistB().username());
            if (i % 4 == 0) {
                row.remove(Column.SPECIALIST);
            }
            if (i % 4 < 2) {
                row.remove(Column.EMPLOYER);
            }
            rows.add(row);
        }
        var file = Sheets.csv(rows);
        rows.clear();
        var ballast = ballast();
        var figures = new LinkedHashMap<String, Object>();
        var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long began = System.nanoTime();
        var ref = intake.upload("caseload.csv", file, service.leader());
        long checked = System.nanoTime();
        var ask = intake.rows(ref, java.util.Set.of(RowStatus.ASK), ROWS, service.leader());
        intake.confirm(ref, ask.stream().map(row -> row.line()).toList(), service.leader());
        AtOnce.run(HANDS, Collections.nCopies(HANDS, (Callable<Integer>) intake::work));
        intake.work();
        long done = System.nanoTime();
        figures.put("bytes of the file", file.length);
        figures.put("read, check against " + ROWS + " rows and our records, keep, ms", (checked - began) / 1_000_000);
        figures.put("bring in with " + HANDS + " hands, ms", (done - checked) / 1_000_000);
        figures.put("rows a second", ROWS * 1_000_000_000L / (done - checked));
        figures.put("in all, ms", (done - began) / 1_000_000);
        figures.put("rows that asked for a person's decision", ask.size());
        assertThat(ballast).isNotNull();
        var after = intake.one(ref, service.leader());
        assertThat(after.counts()).isEqualTo(Map.of(RowStatus.DONE, ROWS));
        assertThat(after.status()).isEqualTo(ImportStatus.DONE);
        figures.put("processor of the program, ms", (system.getProcessCpuTime() - processor) / 1_000_000);
        Figures.write("intake", "Bringing in " + ROWS + " people, with " + (ROOM >> 20) + " MB of heap in all", figures);
    }

    /** Fills the heap until only the room that the program may have in all is left: more is an error at once. */
    private static List<byte[]> ballast() {
        System.gc();
        long spare = Runtime.getRuntime().maxMemory() - ROOM;
        var ballast = new ArrayList<byte[]>();
        for (; spare > 2 << 20; spare -= 2 << 20) {
            ballast.add(new byte[1 << 20]);
        }
        return ballast;
    }
}
