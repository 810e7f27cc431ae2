package org.placewell.caseload;

import java.time.LocalDate;

/**
 * Days on which a specialist is away.
 *
 * @param lastDay the last day away, as it stands now
 * @param cover the login name of whoever looks after the caseload on those days; null for nobody
 * @param seesToIt the name of the leader who sees to what falls due while nobody covers; null when nobody had to
 * @param due how many open tasks of the one away fall due on those days while nobody covers; offers of places, which wait, count in a
 *        long absence only
 */
public record AbsenceView(long id, String specialist, String specialistName, String team, LocalDate from, LocalDate lastDay, String cover, String coverName,
        String seesToIt, int due) {}
