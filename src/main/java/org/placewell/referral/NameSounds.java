package org.placewell.referral;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a person's name sounds, as keys that can be searched: Catherine Smyth and Kathryn Smith share one. First and last name count
 * in either order, each part of a double last name counts alone, and a sound that has two readings counts as both.
 */
public final class NameSounds {

    private static final int LONGEST = 6;

    private NameSounds() {}

    /** The keys of a name; at least one, also for letters that the English sounds do not know. */
    public static Set<String> of(String given, String family) {
        var keys = new TreeSet<String>();
        for (var first : sounds(first(given))) {
            for (var part : parts(family)) {
                for (var last : sounds(part)) {
                    keys.add(first.compareTo(last) < 0 ? first + " " + last : last + " " + first);
                }
            }
        }
        return keys;
    }

    /** Whether two names share a key. */
    public static boolean alike(String given, String family, String otherGiven, String otherFamily) {
        return of(given, family).stream().anyMatch(of(otherGiven, otherFamily)::contains);
    }

    /** The plain small letters of a name: without accents, hyphens, spaces. */
    public static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replace("ł", "l").replace("ø", "o").replace("ß", "ss")
                .replace("æ", "ae").replaceAll("[^\\p{L}]", "");
    }

    private static String first(String given) {
        return given.strip().split("[\\s-]+")[0];
    }

    private static List<String> parts(String family) {
        var parts = new ArrayList<String>();
        parts.add(family);
        var pieces = family.strip().split("[\\s-]+");
        if (pieces.length > 1) {
            parts.addAll(List.of(pieces));
        }
        return parts;
    }

    private static Set<String> sounds(String name) {
        var letters = letters(name);
        var encoder = new DoubleMetaphone();
        encoder.setMaxCodeLen(LONGEST);
        var sounds = new TreeSet<String>();
        for (boolean other : new boolean[] {false, true}) {
            var sound = encoder.doubleMetaphone(letters, other);
            sounds.add(sound == null || sound.isEmpty() ? letters : sound);
        }
        return sounds;
    }
}
