package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A discharge from the clinical team while support goes on.
 *
 * @param contact GP, OTHER_TEAM or NOBODY: whom to speak to about health from then on
 * @param contactName empty for nobody
 * @param contactPhone may be empty
 */
public record Discharge(LocalDate on, String contact, String contactName, String contactPhone) {

    /** Whom to speak to about health from then on, in words. */
    public String contactWords() {
        if (contact.equals("NOBODY")) {
            return "nobody named yet";
        }
        return (contact.equals("GP") ? "GP surgery: " : "") + contactName + (contactPhone.isEmpty() ? "" : ", " + contactPhone);
    }
}
