package org.placewell.caseload;

import java.time.LocalDate;

/**
 * Days on which a specialist is away.
 *
 * @param lastDay the last day away, as it stands now
 * @param cover the login name of whoever looks after the caseload on those days; null for nobody
 */
public record AbsenceView(long id, String specialist, String specialistName, String team, LocalDate from, LocalDate lastDay, String cover, String coverName) {}
