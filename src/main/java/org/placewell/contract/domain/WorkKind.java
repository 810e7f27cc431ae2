package org.placewell.contract.domain;

import java.util.Locale;

/** The kinds of work that a job can be; the terms file names them in lower case with hyphens. */
public enum WorkKind {
    EMPLOYED("employment"),
    SELF_EMPLOYED("self-employment"),
    APPRENTICESHIP("apprenticeships"),
    WORK_EXPERIENCE("work experience"),
    VOLUNTEERING("volunteering"),
    SHELTERED("sheltered work");

    private final String label;

    WorkKind(String label) {
        this.label = label;
    }

    /** As a sentence says it. */
    public String label() {
        return label;
    }

    /** Whether it is never paid competitive work, whatever a contract says. */
    public boolean isNeverPaidWork() {
        return this == WORK_EXPERIENCE || this == VOLUNTEERING || this == SHELTERED;
    }

    /** As the terms file writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
