package org.placewell.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.joda.money.format.MoneyFormatter;
import org.joda.money.format.MoneyFormatterBuilder;

/**
 * An amount of pounds sterling in whole pence. Never a fraction of a penny, never floating point; negative amounts are
 * credits. Arithmetic that leaves the range of a long throws {@link ArithmeticException}.
 */
public record Pence(long amount) implements Comparable<Pence> {

    public static final Pence ZERO = new Pence(0);

    private static final MoneyFormatter POUNDS =
            new MoneyFormatterBuilder().appendAmountLocalized().toFormatter(Locale.UK);

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
        var text = POUNDS.print(Money.ofMinor(CurrencyUnit.GBP, amount < 0 ? Math.negateExact(amount) : amount));
        var pounds = text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
        return (amount < 0 ? "−£" : "£") + pounds;
    }
}
