package org.placewell.support;

import java.util.Random;
import org.assertj.core.api.Assertions;

/**
 * Random cases that can be played again: a run prints the seed of its first failing case, and {@code -Dseed=… -Dcases=1} plays
 * that very case. {@code -Dcases=100000} asks for more of them; the profile {@code nightly} does.
 */
public final class Trials {

    private static final int FEW = 6000;

    private Trials() {}

    /** One case: everything random in it has to come from the generator handed to it. */
    public interface Trial {
        void on(Random random, long seed);
    }

    /** How many cases are asked for. */
    public static int cases() {
        return Integer.getInteger("placewell.cases", FEW);
    }

    /** The seed asked for ({@code mvn verify} asks for the same one each time, so that a change is judged by itself), or a new one. */
    public static long seed() {
        var given = System.getProperty("placewell.seed", "");
        return given.isBlank() ? System.nanoTime() : Long.parseLong(given);
    }

    /** Plays as many cases as are asked for. */
    public static void run(String property, Trial trial) {
        run(property, cases(), trial);
    }

    /** Plays so many cases, at least one, each with a seed of its own that follows from the first one's. */
    public static void run(String property, int asked, Trial trial) {
        int cases = Math.max(1, asked);
        long first = seed();
        for (int i = 0; i < cases; i++) {
            long seed = first + i;
            try {
                trial.on(new Random(seed * 0x9E3779B97F4A7C15L), seed);
            } catch (RuntimeException | AssertionError failure) {
                Assertions.fail("'%s' failed on case %d; play it again with -Dseed=%d -Dcases=1: %s".formatted(property, i + 1, seed, failure), failure);
            }
        }
        System.out.println("'" + property + "' held on " + cases + " cases from seed " + first);
    }
}
