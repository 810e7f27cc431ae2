package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("Ceilings on the number of outcomes, when many claims are validated at once")
class CapCountsTest {

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired MovableClock clock;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 5, 11));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            of the whole contract | outcomes: 3                                | number in all
            of one payer          | payers: { lcf: { count: 3 } }              | number of payer lcf
            of one quarter        | each: { quarter: { count: 3 } }            | number of quarter from 2026-04
            by number and money   | each: { month: { count: 3, total: £900 } } | month from 2026-05
            """)
    void room(String name, String limit, String cap) throws Exception {
        var service = money.service(terms -> terms.replace("total: £1,440,000", "total: £1,440,000\n      " + limit));
        var refs = IntStream.range(0, 12).mapToObj(i -> money.claim(service)).toList();
        var answers = atOnce(refs.stream().map(ref -> (Callable<Boolean>) () -> money.in(() -> claims.reserveAmount(ref))).toList());
        // £900 has room for two prices of £330 and not for a third.
        int expected = limit.contains("£900") ? 2 : 3;
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(expected);
        assertThat(refs.stream().map(claims::get).filter(claim -> claim.status() == ClaimStatus.CAP_REACHED)).hasSize(12 - expected);
        assertThat(claims.caps(service.contract())).filteredOn(view -> view.cap().equals(cap)).singleElement()
                .satisfies(view -> assertThat(view.reserved()).isEqualTo(view.unit().equals("PENCE") ? 66_000 : 3));
        assertThat(money.breaches()).isEmpty();
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(12);
        try {
            var start = new CountDownLatch(1);
            var futures = new ArrayList<Future<Boolean>>();
            for (var one : work) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<Boolean>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
