package org.placewell.contract.domain;

import java.util.List;

/**
 * The evidence for an outcome: any one of the preferred kinds, or else any one of the alternatives with a reason why the
 * preferred kinds cannot be had.
 */
public record ShownBy(List<EvidenceKind> preferred, List<EvidenceKind> alternative) {

    public ShownBy {
        preferred = List.copyOf(preferred);
        alternative = List.copyOf(alternative);
    }
}
