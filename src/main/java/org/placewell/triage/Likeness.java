package org.placewell.triage;

import java.time.LocalDate;
import java.util.Optional;
import org.placewell.referral.NameSounds;

/** How alike two people look on paper, with room for typing mistakes. A person decides; this only asks the question. */
enum Likeness {
    SAME_NUMBER("sameNumber", "The same NHS number"),
    SAME_NAME_AND_BIRTH_DATE("sameNameAndBirthDate", "The same name and date of birth"),
    LIKE_NUMBER("likeNumber", "Nearly the same NHS number, with the same date of birth or a name that sounds alike"),
    LIKE_NAME("likeName", "The same date of birth and nearly the same name"),
    LIKE_SOUND("likeSound", "The same date of birth and a name that sounds alike"),
    LIKE_BIRTH_DATE("likeBirthDate", "A name that is the same or sounds alike, and nearly the same date of birth");

    /** How many digits of two numbers may differ. The check digit catches every single slip, so numbers that get in differ in two or more. */
    private static final int DIGITS = 2;

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

    /** What is written about a person; the NHS number is null when unknown. */
    record Written(String given, String family, LocalDate born, String number) {}

    /** Compares two records that are not the same one. */
    static Optional<Likeness> of(Written one, Written other) {
        var name = NameSounds.letters(one.given()) + " " + NameSounds.letters(one.family());
        var same = NameSounds.letters(other.given()) + " " + NameSounds.letters(other.family());
        var swapped = NameSounds.letters(other.family()) + " " + NameSounds.letters(other.given());
        boolean sameName = name.equals(same) || name.equals(swapped);
        boolean sounds = NameSounds.alike(one.given(), one.family(), other.given(), other.family());
        boolean sameDay = one.born().equals(other.born());
        if (sameName && sameDay) {
            return Optional.of(SAME_NAME_AND_BIRTH_DATE);
        }
        if (nearNumber(one.number(), other.number()) && (sameDay || sameName || sounds)) {
            return Optional.of(LIKE_NUMBER);
        }
        if (sameDay) {
            return slips(name, same) <= 2 || slips(name, swapped) <= 2 ? Optional.of(LIKE_NAME) : sounds ? Optional.of(LIKE_SOUND) : Optional.empty();
        }
        return (sameName || sounds) && nearDate(one.born(), other.born()) ? Optional.of(LIKE_BIRTH_DATE) : Optional.empty();
    }

    private static boolean nearNumber(String one, String other) {
        return one != null && other != null && slips(one, other) <= DIGITS;
    }

    /** Day and month swapped, or just one of day, month and year different. */
    private static boolean nearDate(LocalDate one, LocalDate other) {
        boolean swapped = one.getYear() == other.getYear() && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        int same = (one.getYear() == other.getYear() ? 1 : 0) + (one.getMonth() == other.getMonth() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        return swapped || same == 2 && Math.abs(one.getYear() - other.getYear()) <= 10;
    }

    /** The slips of a typing hand between two texts: letters added, dropped, changed, or two neighbours swapped. */
    static int slips(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
