package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A discharge from the clinical team while support goes on.
 *
 * @param contact GP, OTHER_TEAM or NOBODY: whom to speak to about health from then on
 * @param contactName empty for nobody
 * @param contactPhone may be empty
 * @param clinician the login name of the clinician of the other team who sees the referral from then on; empty for nobody
 * @param team the id of the clinical team that this clinician speaks for; empty for nobody
 */
public record Discharge(LocalDate on, String contact, String contactName, String contactPhone, String clinician, String team) {

    /** The contact of the word that there was no discharge. */
    static final String MISTAKE = "MISTAKE";

    /** A discharge to a contact that does not use Placewell, or to nobody yet. */
    public Discharge(LocalDate on, String contact, String contactName, String contactPhone) {
        this(on, contact, contactName, contactPhone, "", "");
    }

    /** Whom to speak to about health from then on, in words. */
    public String contactWords() {
        if (contact.equals("NOBODY")) {
            return "nobody named yet";
        }
        return (contact.equals("GP") ? "GP surgery: " : "") + contactName + (contactPhone.isEmpty() ? "" : ", " + contactPhone);
    }
}
