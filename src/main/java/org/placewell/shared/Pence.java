package org.placewell.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of pounds sterling in whole pence. Never a fraction of a penny, never floating point; negative amounts are
 * credits. Arithmetic that leaves the range of a long throws {@link ArithmeticException}.
 */
public record Pence(long amount) implements Comparable<Pence> {

    public static final Pence ZERO = new Pence(0);

    /** The amount of so many pence. */
    public static Pence of(long pence) {
        return new Pence(pence);
    }

    /**
     * Reads an amount as people print it: {@code £1,440.50}, {@code 330}, {@code -12.5}.
     *
     * @throws IllegalArgumentException when the text is no amount or has a fraction of a penny
     */
    public static Pence parse(String text) {
        try {
            var pounds = new BigDecimal(text.strip().replace("£", "").replace(",", ""));
            return new Pence(Money.of(CurrencyUnit.GBP, pounds, RoundingMode.UNNECESSARY).getAmountMinorLong());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not an amount in pounds and pence", e);
        }
    }

    public Pence plus(Pence other) {
        return new Pence(Math.addExact(amount, other.amount));
    }

    public Pence minus(Pence other) {
        return new Pence(Math.subtractExact(amount, other.amount));
    }

    public Pence times(long factor) {
        return new Pence(Math.multiplyExact(amount, factor));
    }

    public Pence negated() {
        return new Pence(Math.negateExact(amount));
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    @Override
    public int compareTo(Pence other) {
        return Long.compare(amount, other.amount);
    }

    /** As people read it: {@code £1,440} for whole pounds, {@code £3.05} otherwise, {@code −£12} for a credit. */
    @Override
    public String toString() {
        long positive = amount < 0 ? Math.negateExact(amount) : amount;
        var text = new StringBuilder(Long.toString(positive / 100));
        for (int comma = text.length() - 3; comma > 0; comma -= 3) {
            text.insert(comma, ',');
        }
        int pence = (int) (positive % 100);
        if (pence != 0) {
            text.append('.').append(pence / 10).append(pence % 10);
        }
        return text.insert(0, amount < 0 ? "−£" : "£").toString();
    }
}
