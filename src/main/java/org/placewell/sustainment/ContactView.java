package org.placewell.sustainment;

import java.time.LocalDate;

/**
 * A contact with a person in work.
 *
 * @param how FACE_TO_FACE, VIDEO, TELEPHONE or NOT_REACHED
 * @param going WELL, NEEDS_SUPPORT, AT_RISK or NOT_KNOWN
 */
public record ContactView(String jobRef, LocalDate on, String how, String going) {}
