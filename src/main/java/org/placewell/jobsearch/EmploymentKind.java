package org.placewell.jobsearch;

/** How a person is employed in a job. Volunteering and sheltered work are no job outcomes and have no kind here. */
public enum EmploymentKind {
    EMPLOYED("Employed by the employer"),
    SELF_EMPLOYED("Self-employed"),
    APPRENTICESHIP("Apprenticeship"),
    ZERO_HOURS("Zero-hours contract"),
    AGENCY("Agency work");

    private final String label;

    EmploymentKind(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
