package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * An appointment with the person.
 *
 * @param number 1, 2, 3 … within the referral
 * @param how FACE_TO_FACE, VIDEO or TELEPHONE
 */
public record AppointmentView(String referralRef, int number, LocalDate on, String how, Attendance outcome) {

    public boolean attended() {
        return outcome == Attendance.ATTENDED;
    }
}
