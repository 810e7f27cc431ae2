package org.placewell.contract.domain;

import java.util.List;

/**
 * The evidence for an outcome: any one of the preferred kinds, or else any one of the alternatives with a reason why the
 * preferred kinds cannot be had.
 *
 * @param selfEmployed the kinds that hold for self-employed work instead of both lists; empty: the general lists hold
 * @param provisional kinds that may stand in for a while until one of the others is there; empty: nothing may
 * @param provisionalDays how many days after it was sent in a provisional paper may stand in; 0 when there are no such kinds
 * @param covers what the papers have to speak of
 */
public record ShownBy(List<EvidenceKind> preferred, List<EvidenceKind> alternative, List<EvidenceKind> selfEmployed,
        List<EvidenceKind> provisional, int provisionalDays, Covers covers) {

    public ShownBy {
        preferred = List.copyOf(preferred);
        alternative = List.copyOf(alternative);
        selfEmployed = List.copyOf(selfEmployed);
        provisional = List.copyOf(provisional);
    }

    /** The time that the papers together have to speak of. */
    public enum Covers {
        /** From the first to the last day of what is paid for. */
        WHOLE_PERIOD,
        /** The first day of what is paid for. */
        FIRST_DAY,
        /** No time in particular. */
        NOTHING
    }
}
