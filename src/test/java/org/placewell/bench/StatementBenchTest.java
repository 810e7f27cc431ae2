package org.placewell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One statement of ten thousand lines, from the draft to the instruction and out as files, with 256 MB of heap to do it in. */
@Tag("bench")
@PlacewellTest
class StatementBenchTest {

    private static final int LINES = 10_000;
    private static final long ROOM = 256L << 20;
    private static final int PIECE = 1 << 20;

    @Autowired MoneyWorld money;
    @Autowired Statements statements;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private final Map<String, Long> figures = new LinkedHashMap<>();

    @Test
    @DisplayName("Ten thousand lines in at most ten seconds and 256 MB of heap")
    void tenThousandLines() throws Exception {
        clock.stopAt(LocalDate.of(2026, 4, 14));
        var service = money.service(terms -> terms.replace("people: 985", "people: 20000").replace("£1,440,000", "£1,440,000,000"));
        claims(service, money.reserved(service));
        var ballast = ballast();
        var ref = step("draft", () -> money.drafted(service, "haringey"));
        assertThat(step("read with every rule", () -> statements.one(ref, service.finance())).liveLines()).hasSize(LINES);
        step("check", () -> {
            statements.markReady(ref, List.of(), "", service.finance());
            return ref;
        });
        step("first approval", () -> {
            statements.approve(ref, 1, service.financeB());
            return ref;
        });
        step("second approval", () -> {
            statements.approve(ref, 2, service.financeC());
            return ref;
        });
        step("instruct: instructions, journals, caps, audit, schedule", () -> {
            statements.instructPayment(ref);
            return ref;
        });
        assertThat(step("CSV", () -> statements.csv(ref, service.finance())).content()).isNotEmpty();
        assertThat(step("XLSX", () -> statements.xlsx(ref, service.finance())).content()).isNotEmpty();
        assertThat(step("PDF", () -> statements.pdf(ref, service.finance())).content()).isNotEmpty();
        assertThat(ballast).isNotNull();
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.INSTRUCTED);
        figures.put("draft to instruction and files, ms", figures.values().stream().mapToLong(Long::longValue).sum());
        Figures.write("statement", "A statement of " + LINES + " lines, with " + (ROOM >> 20) + " MB of heap to do it in", figures);
        assertThat(statements.breaches()).isEmpty();
    }

    private <T> T step(String name, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        var result = work.call();
        figures.put(name + ", ms", (System.nanoTime() - began) / 1_000_000);
        return result;
    }

    /** Fills the heap until only the room that the work may use is left: more is an error at once. */
    private static List<byte[]> ballast() {
        System.gc();
        var runtime = Runtime.getRuntime();
        long spare = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) - ROOM;
        var ballast = new ArrayList<byte[]>();
        for (; spare > 2 * PIECE; spare -= 2 * PIECE) {
            // A piece of half a region's size takes a region of its own.
            ballast.add(new byte[PIECE]);
        }
        return ballast;
    }

    /** Validated claims like the first, each of another person. */
    private void claims(World.Service service, String first) {
        money.in(() -> {
            jdbc.sql("""
                            insert into outcome_claim select 'X-' || n, contract_ref, contract_version, 'Y-' || n, -n, outcome, 'Y-' || n, status, amount,
                                window_from, reached_on, claim_by, explanation, flag, opened_at, changed_at
                            from outcome_claim, generate_series(2, :lines) n where ref = :ref""").param("lines", LINES).param("ref", first).update();
            jdbc.sql("insert into claim_participant select 'X-' || n, username, part from claim_participant, generate_series(2, :lines) n "
                    + "where claim_ref = :ref").param("lines", LINES).param("ref", first).update();
            jdbc.sql("insert into claim_share select 'X-' || n, payer, position, amount from claim_share, generate_series(2, :lines) n "
                    + "where claim_ref = :ref").param("lines", LINES).param("ref", first).update();
            jdbc.sql("update cap_counter set room = room * :lines where contract_ref = :contract").param("lines", LINES)
                    .param("contract", service.contract()).update();
            jdbc.sql("update cap_counter set reserved = reserved * :lines where contract_ref = :contract").param("lines", LINES)
                    .param("contract", service.contract()).update();
            jdbc.sql("""
                            insert into cap_use (claim_ref, contract_ref, cap, payer, person, quantity, state)
                            select 'X-' || n, contract_ref, cap, payer, case when person is not null then '-' || n end, quantity, state
                            from cap_use, generate_series(2, :lines) n where claim_ref = :ref""").param("lines", LINES).param("ref", first).update();
            return null;
        });
    }
}
