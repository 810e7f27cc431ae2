package org.placewell.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Draws which paid claims are looked at once more. Repeatable by anybody from what is stored: the same seed, rule and claims give the
 * same draw. Each claim gets a number, the first sixteen hexadecimal digits of SHA-256 of {@code seed:claim}. The places of the sample
 * are shared among the kinds of outcome in proportion to their claims (largest remainder); within a kind the lowest numbers are drawn.
 */
final class SampleDraw {

    private SampleDraw() {}

    /** How many of so many are drawn: one in {@code oneIn}, rounded up, but at least {@code least}, and never more than there are. */
    static int size(int members, int oneIn, int least) {
        if (oneIn == 0 || members == 0) {
            return 0;
        }
        return Math.min(members, Math.max(least, (members + oneIn - 1) / oneIn));
    }

    /** The draw, by kind of outcome and then by number. @param oneIn 0 for no sample at all */
    static List<Drawn> of(long seed, int oneIn, int least, List<Member> members) {
        var strata = new TreeMap<String, List<Drawn>>();
        for (var member : members) {
            strata.computeIfAbsent(member.stratum(), name -> new ArrayList<>())
                    .add(new Drawn(member.claimRef(), member.stratum(), number(seed, member.claimRef()), false));
        }
        var kinds = new ArrayList<>(strata.values());
        kinds.forEach(kind -> kind.sort(Comparator.comparing(Drawn::number).thenComparing(Drawn::claimRef)));
        var places = Proportion.split(size(members.size(), oneIn, least), kinds.stream().map(kind -> (long) kind.size()).toList());
        var drawn = new ArrayList<Drawn>(members.size());
        for (int i = 0; i < kinds.size(); i++) {
            var chosen = new HashSet<>(kinds.get(i).subList(0, places.get(i).intValue()));
            kinds.get(i).forEach(one -> drawn.add(chosen.contains(one) ? new Drawn(one.claimRef(), one.stratum(), one.number(), true) : one));
        }
        return drawn;
    }

    /** One claim drawn by itself: its number, taken modulo {@code oneIn}, is zero. */
    static Drawn alone(long seed, int oneIn, Member member) {
        var number = number(seed, member.claimRef());
        return new Drawn(member.claimRef(), member.stratum(), number,
                oneIn > 0 && Long.remainderUnsigned(Long.parseUnsignedLong(number, 16), oneIn) == 0);
    }

    /** A claim's number under a seed: sixteen hexadecimal digits, compared as text. */
    static String number(long seed, String claimRef) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((seed + ":" + claimRef).getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A claim that may be drawn. @param stratum its kind of outcome */
    record Member(String claimRef, String stratum) {}

    /** A claim with its number and whether it was drawn. */
    record Drawn(String claimRef, String stratum, String number, boolean chosen) {}
}
