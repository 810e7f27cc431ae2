package org.placewell.contract;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.placewell.contract.PastClaims.Past;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.shared.Pence;

/** How fast outcomes are priced: lives of all kinds, most of them with jobs, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CalculatorBenchmark {

    private static final int LIVES = 4096;
    private static final int PAST = 100_000;

    @Param({"mhep-haringey-barnet", "wla-drug-alcohol"})
    public String contract;

    private Terms terms;
    private List<OutcomeRule> rules;
    private List<Facts> lives;
    private List<Past> past;
    private int next;

    /** Makes the same lives for every run. */
    @Setup
    public void lives() {
        terms = TestTerms.of(contract);
        rules = terms.outcomes();
        var random = new RandomFacts(new Random(1));
        lives = IntStream.range(0, LIVES).mapToObj(i -> random.next()).toList();
        past = IntStream.range(0, PAST).mapToObj(i -> new Past("C-" + i, "R-" + i / 3, rules.get(i % rules.size()).code(), lives.get(i % LIVES),
                Pence.of(10_000), List.of())).toList();
    }

    /** One decision with its amount, shares and dates. */
    @Benchmark
    public Decision decide() {
        int i = next++ & Integer.MAX_VALUE;
        return Calculator.decide(terms, rules.get(i % rules.size()).code(), lives.get(i & LIVES - 1), Uses.none());
    }

    /** One decision and its explanation as one text. */
    @Benchmark
    public String decideAndExplain() {
        return decide().text();
    }

    /** A whole what-if over 100,000 past outcomes. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public WhatIf whatIfOverHundredThousand() {
        return WhatIf.of(terms, past);
    }
}
