package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A wellbeing score as measured.
 *
 * @param measure TOP_WELLBEING (Treatment Outcomes Profile, 0 to 20) or SWEMWBS (7 to 35)
 */
public record ScoreView(String measure, LocalDate on, int value) {}
