package org.placewell.sustainment;

import java.time.LocalDate;

/**
 * One of the contract's milestones for a job.
 *
 * @param weeks weeks after the start
 * @param dueOn the day on which so many weeks are complete
 * @param recordedOn the day it was recorded as reached or missed; null before
 */
public record MilestoneView(String jobRef, int weeks, LocalDate dueOn, MilestoneStatus status, LocalDate recordedOn) {}
