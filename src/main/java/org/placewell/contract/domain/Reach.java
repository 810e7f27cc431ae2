package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a metric has come.
 *
 * @param from the first day of what counts; null when nothing has begun
 * @param to the day on which it was reached; null while it is not
 * @param earliest the earliest day on which it can be reached as things stand; null when that cannot be told
 * @param lost whether it can no longer be reached
 * @param progress one sentence without its full stop
 * @param missing what is still needed; empty when reached
 * @param waits whether nothing but time is needed, as things stand
 */
record Reach(LocalDate from, LocalDate to, LocalDate earliest, boolean lost, String progress, List<String> missing, boolean waits) {

    static Reach reached(LocalDate from, LocalDate to, String progress) {
        return new Reach(from, to, to, false, progress, List.of(), true);
    }

    static Reach open(LocalDate from, LocalDate earliest, String progress, String missing) {
        return new Reach(from, null, earliest, false, progress, List.of(missing), false);
    }

    static Reach waiting(LocalDate from, LocalDate earliest, String progress, String missing) {
        return new Reach(from, null, earliest, false, progress, List.of(missing), true);
    }

    static Reach lost(String why) {
        return new Reach(null, null, null, true, why, List.of(), false);
    }

    boolean isReached() {
        return to != null;
    }

    /** The part reached first; while none is, all of them side by side. */
    static Reach any(List<Reach> parts) {
        Reach best = null;
        LocalDate earliest = null;
        boolean lost = true;
        for (var part : parts) {
            if (part.isReached() && (best == null || part.to.isBefore(best.to))) {
                best = part;
            }
            if (part.earliest != null && (earliest == null || part.earliest.isBefore(earliest))) {
                earliest = part.earliest;
            }
            lost &= part.lost;
        }
        if (best != null) {
            return best;
        }
        var missing = new ArrayList<String>();
        parts.forEach(part -> missing.addAll(part.missing));
        var needed = missing.isEmpty() ? List.<String>of() : List.of(Words.list(missing, "or"));
        return new Reach(firstFrom(parts), null, lost ? null : earliest, lost, progress(parts), needed, parts.stream().anyMatch(Reach::waits));
    }

    /** Reached when the last part is. */
    static Reach all(List<Reach> parts) {
        LocalDate to = LocalDate.MIN;
        LocalDate earliest = LocalDate.MIN;
        var missing = new ArrayList<String>();
        for (var part : parts) {
            if (part.lost) {
                return part;
            }
            to = to == null || part.to == null ? null : later(to, part.to);
            earliest = earliest == null || part.earliest == null ? null : later(earliest, part.earliest);
            missing.addAll(part.missing);
        }
        return new Reach(firstFrom(parts), to, earliest, false, progress(parts), missing, parts.stream().allMatch(Reach::waits));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate firstFrom(List<Reach> parts) {
        LocalDate first = null;
        for (var part : parts) {
            if (part.from != null && (first == null || part.from.isBefore(first))) {
                first = part.from;
            }
        }
        return first;
    }

    private static String progress(List<Reach> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(text.length() == 0 ? "" : "; ").append(part.progress);
        }
        return text.toString();
    }
}
