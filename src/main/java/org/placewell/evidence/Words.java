package org.placewell.evidence;

import java.util.Locale;

/** Turns the names of closed lists into the option codes of forms and back. */
final class Words {

    private Words() {}

    /** {@code WRONG_PERSON} as {@code wrongPerson}. */
    static String lowerCamelCase(String constant) {
        var parts = constant.toLowerCase(Locale.ROOT).split("_");
        var code = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            code.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return code.toString();
    }

    /** {@code wrongPerson} as {@code WRONG_PERSON}. */
    static String constant(String code) {
        return code.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
