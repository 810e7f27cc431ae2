package org.placewell.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.triage.TriageDays;
import org.springframework.stereotype.Component;

/** Checks every row of a file: by itself, against the rows before it, and against our records; keeps each with what was found. */
@Component
class Checking {

    private static final int CHUNK = 500;
    private final IntakeStore store;
    private final Known known;
    private final TriageDays deadlines;
    private final MovableClock clock;

    Checking(IntakeStore store, Known known, TriageDays deadlines, MovableClock clock) {
        this.deadlines = deadlines;
        this.store = store;
        this.known = known;
        this.clock = clock;
    }

    /** Reads and keeps all rows. @throws org.placewell.shared.Problem when the file cannot be read as a whole */
    void all(String ref, byte[] content, Surroundings around, Actor actor) {
        var seen = new HashMap<String, Integer>();
        var chunk = new ArrayList<Read>();
        SheetFile.read(content, (line, cells) -> {
            chunk.add(read(line, cells, around, seen));
            if (chunk.size() == CHUNK) {
                store.insert(ref, compared(chunk, actor));
                chunk.clear();
            }
        });
        store.insert(ref, compared(chunk, actor));
    }

    private Read read(int line, Map<Column, String> cells, Surroundings around, Map<String, Integer> seen) {
        var result = RowReading.of(cells, around, clock.today());
        var problems = new ArrayList<String>();
        var remarks = new ArrayList<String>();
        result.problems().forEach((column, what) -> problems.add(column.heading() + " " + what));
        var entry = result.entry();
        if (entry != null) {
            twice(seen, "key " + entry.contract() + " " + entry.rowKey(), line,
                    "row key stands in row %d, too: every person needs one of their own", problems);
            if (!entry.nhsNumber().isEmpty()) {
                twice(seen, "number " + entry.contract() + " " + entry.nhsNumber(), line,
                        "nhs number stands in row %d, too, for the same contract", problems);
            }
            twice(seen, "name " + entry.contract() + " " + Column.plain(entry.name()) + " " + entry.birthDate(), line,
                    "Has the name and the birth date of row %d", remarks);
        }
        return new Read(line, cells, entry, problems, remarks);
    }

    private static void twice(Map<String, Integer> seen, String what, int line, String message, List<String> into) {
        var first = seen.putIfAbsent(what, line);
        if (first != null) {
            into.add(String.format(message, first));
        }
    }

    private List<RowView> compared(List<Read> chunk, Actor actor) {
        var readable = chunk.stream().filter(row -> row.entry() != null).toList();
        var findings = known.about(readable.stream().map(Read::entry).toList(), actor);
        for (int i = 0; i < readable.size(); i++) {
            compare(readable.get(i), i, findings);
        }
        return chunk.stream().map(row -> view(row, findings)).toList();
    }

    /** A row that repeats a number is not compared by it: nobody finds a birth date out by sending many. */
    private static void compare(Read row, int at, Known.Findings findings) {
        var entry = row.entry();
        row.remarks().addAll(findings.alike().getOrDefault(at, List.of()));
        if (!row.problems().isEmpty()) {
            return;
        }
        if (findings.bornOtherwise().contains(at)) {
            row.problems().add("nhs number and birth date do not go together. Check both against a letter from the NHS");
        } else if (findings.open().contains(entry.nhsNumber() + " " + entry.contract())) {
            row.problems().add("nhs number belongs to somebody who has an open referral to this service already");
        }
    }

    /** Who goes to triage is not asked about here: triage asks about each likeness itself, with both records side by side. */
    private RowView view(Read row, Known.Findings findings) {
        var entry = row.entry();
        var key = row.cells().getOrDefault(Column.ROW_KEY, "");
        var before = entry == null ? null : findings.before().get(entry.contract() + " " + entry.rowKey());
        if (before != null) {
            return new RowView(row.line(), key, row.cells(), RowStatus.ALREADY, List.of(), List.of("Brought in before as " + before), before,
                    entry.stage(), null);
        }
        boolean triage = entry != null && entry.stage() == Stage.TO_TRIAGE;
        var status = !row.problems().isEmpty() ? RowStatus.WRONG : row.remarks().isEmpty() || triage ? RowStatus.GOOD : RowStatus.ASK;
        return new RowView(row.line(), key, row.cells(), status, List.copyOf(row.problems()), List.copyOf(row.remarks()), null,
                entry == null ? null : entry.stage(), triage ? deadlines.decideBy(entry.contract(), entry.referredOn()) : null);
    }

    /** @param entry null when something is wrong with the row by itself */
    private record Read(int line, Map<Column, String> cells, Entry entry, List<String> problems, List<String> remarks) {}
}
