package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * Advice on what work does to benefits, as offered.
 *
 * @param answer TAKEN_UP, BOOKED or DECLINED
 * @param occasion BEFORE_WORK or CHANGE_OF_HOURS
 */
public record AdviceView(LocalDate offeredOn, String answer, String occasion) {}
