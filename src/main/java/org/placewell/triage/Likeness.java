package org.placewell.triage;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How alike two people look on paper, with room for typing mistakes. A person decides; this only asks the question. */
enum Likeness {
    SAME_NUMBER("sameNumber", "The same NHS number"),
    SAME_NAME_AND_BIRTH_DATE("sameNameAndBirthDate", "The same name and date of birth"),
    LIKE_NAME("likeName", "The same date of birth and nearly the same name"),
    LIKE_BIRTH_DATE("likeBirthDate", "The same name and nearly the same date of birth");

    private final String code;
    private final String label;

    Likeness(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    static String labelOf(String code) {
        return java.util.Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow().label;
    }

    /** Compares two people of whom at least one has no NHS number or the numbers differ. */
    static Optional<Likeness> of(String given, String family, LocalDate born, String otherGiven, String otherFamily, LocalDate otherBorn) {
        var name = letters(given) + " " + letters(family);
        var other = letters(otherGiven) + " " + letters(otherFamily);
        var swapped = letters(otherFamily) + " " + letters(otherGiven);
        boolean sameName = name.equals(other) || name.equals(swapped);
        boolean nearName = distance(name, other) <= 2 || distance(name, swapped) <= 2;
        if (born.equals(otherBorn)) {
            return sameName ? Optional.of(SAME_NAME_AND_BIRTH_DATE) : nearName ? Optional.of(LIKE_NAME) : Optional.empty();
        }
        return sameName && nearDate(born, otherBorn) ? Optional.of(LIKE_BIRTH_DATE) : Optional.empty();
    }

    /** Day and month swapped, or just one of day, month and year different. */
    private static boolean nearDate(LocalDate one, LocalDate other) {
        boolean swapped = one.getYear() == other.getYear() && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        int same = (one.getYear() == other.getYear() ? 1 : 0) + (one.getMonth() == other.getMonth() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        return swapped || same == 2 && Math.abs(one.getYear() - other.getYear()) <= 10;
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    /** The number of letters to add, drop or change to make one text the other. */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
