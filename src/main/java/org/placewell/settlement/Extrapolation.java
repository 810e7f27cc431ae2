package org.placewell.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.placewell.shared.Pence;

/**
 * What a failed sample says about the claims that were not drawn. Public programmes name extrapolation as a step of validation (DWP
 * Work Programme provider guidance, chapter 9) but print no formula; this one is Placewell's own: the failed share of the sample by
 * value, times the value of what was not drawn, rounded down to the penny, which favours whoever was paid.
 *
 * @param amount what is taken back, zero or more
 * @param parts by payer, adding up to the amount
 * @param steps the arithmetic in sentences, one a line
 */
record Extrapolation(Pence amount, List<Part> parts, List<String> steps) {

    Extrapolation {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /**
     * @param drawn how many were drawn, and what they were worth together
     * @param failed how many of them failed, and what they were worth
     * @param undrawn what was not drawn, by payer
     * @param claims how many were not drawn
     */
    static Extrapolation of(Count drawn, Count failed, List<Part> undrawn, int claims) {
        return of(drawn, failed, undrawn, claims, UnaryOperator.identity());
    }

    /** The same. @param names what a payer is called in the sentences, by id */
    static Extrapolation of(Count drawn, Count failed, List<Part> undrawn, int claims, UnaryOperator<String> names) {
        if (failed.number() > drawn.number() || failed.value().compareTo(drawn.value()) > 0) {
            throw new IllegalArgumentException("more failed than were drawn");
        }
        long rest = undrawn.stream().mapToLong(part -> part.amount().amount()).reduce(0, Math::addExact);
        long amount = Proportion.of(rest, failed.value().amount(), drawn.value().amount());
        var amounts = Proportion.split(amount, undrawn.stream().map(part -> part.amount().amount()).toList());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < undrawn.size(); i++) {
            parts.add(new Part(undrawn.get(i).payer(), Pence.of(amounts.get(i))));
        }
        var steps = new ArrayList<String>();
        steps.add("Drawn and checked: " + words(drawn) + ".");
        steps.add("Of these failed and taken back: " + words(failed) + ".");
        steps.add("Paid but not drawn: " + words(new Count(claims, Pence.of(rest))) + ".");
        steps.add(failed.value() + " ÷ " + drawn.value() + " × " + Pence.of(rest) + " = " + Pence.of(amount) + ", rounded down to the penny.");
        parts.forEach(part -> steps.add(names.apply(part.payer()) + ": " + part.amount() + " of it, in proportion to what it paid for the claims not drawn."));
        steps.add("The formula is Placewell’s own: guidance names extrapolation but prints no formula.");
        return new Extrapolation(Pence.of(amount), parts, steps);
    }

    private static String words(Count count) {
        return count.number() + (count.number() == 1 ? " claim" : " claims") + " worth " + count.value();
    }

    /** So many claims, worth so much together. */
    record Count(int number, Pence value) {}

    /** One payer's part. @param payer the payer's id */
    record Part(String payer, Pence amount) {}
}
