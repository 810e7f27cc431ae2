package org.placewell.jobsearch;

import java.util.Locale;

/** Option codes of forms ({@code faceToFace}) and the constants they are stored as ({@code FACE_TO_FACE}). */
public final class Codes {

    private Codes() {}

    /** The constant for an option code. */
    public static String constant(String code) {
        return code.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
