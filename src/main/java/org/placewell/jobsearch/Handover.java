package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * What the next service was told when the person moved on.
 *
 * @param toService the service that takes over
 * @param summary what it should know; the person agreed to it
 * @param by the login name of who wrote it
 */
public record Handover(String referralRef, String toService, String summary, LocalDate on, String by) {}
