package org.placewell.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whole numbers in proportion to others, without a fraction and without overflow. */
final class Proportion {

    private Proportion() {}

    /** {@code value × part ÷ whole}, rounded down; zero when the whole is zero. All are zero or more. */
    static long of(long value, long part, long whole) {
        return whole == 0 ? 0 : BigInteger.valueOf(value).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole)).longValueExact();
    }

    /**
     * Splits a total in proportion to weights so that the parts add up to it: each rounded down, what is left over goes one each to the
     * largest remainders, the earlier first where they are equal. No part is more than its weight while the total is not more than theirs.
     */
    static List<Long> split(long total, List<Long> weights) {
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Long>(weights.size());
        if (sum.signum() == 0) {
            weights.forEach(weight -> parts.add(0L));
            return parts;
        }
        var remainders = new ArrayList<BigInteger>(weights.size());
        long left = total;
        for (var weight : weights) {
            var division = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum);
            parts.add(division[0].longValueExact());
            remainders.add(division[1]);
            left -= parts.get(parts.size() - 1);
        }
        var order = new ArrayList<Integer>(weights.size());
        for (int i = 0; i < weights.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(remainders::get, Comparator.reverseOrder()));
        for (int i = 0; left > 0; left--) {
            parts.set(order.get(i), parts.get(order.get(i)) + 1);
            i++;
        }
        return parts;
    }
}
