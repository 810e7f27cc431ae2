package org.placewell.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.placewell.referral.Ethnicity;
import org.placewell.referral.Language;

/**
 * What people may say about themselves, in the words of a file: the same closed lists as in the form of a referral, by their codes and
 * by their words. Whatever is not on a list is refused and never guessed.
 */
final class PersonWords {

    /** The ethnicities, each with its letter. */
    static final List<String> ETHNICITIES = Arrays.stream(Ethnicity.values()).map(one -> one.code() + " " + one.label()).toList();
    /** The languages. */
    static final List<String> LANGUAGES = Arrays.stream(Language.values()).map(Language::label).toList();
    /** As many as the form of a referral asks for. */
    static final int MOST_LANGUAGES = 2;
    private static final Map<String, String> SEX = Map.of("female", "female", "f", "female", "male", "male", "m", "male", "in another way", "other",
            "other", "other", "not said", "notSaid", "they would rather not say", "notSaid");
    /** Persian or Farsi, Bengali (with Sylheti): each name by itself means the same. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile(" or | \\(with |\\)");
    private static final Map<String, String> ETHNICITY = ethnicities();
    private static final Map<String, String> LANGUAGE = languages();

    private PersonWords() {}

    /** The code of an ethnicity. @param plain as {@link Column#plain} */
    static String ethnicity(String plain) {
        return ETHNICITY.get(plain);
    }

    /** female, male, other or notSaid. @param plain as {@link Column#plain} */
    static String sex(String plain) {
        return SEX.get(plain);
    }

    /** The codes of one or two languages; empty when one is not on the list, or there are more. @param plain as {@link Column#plain} */
    static Optional<List<String>> languages(String plain) {
        var codes = Arrays.stream(plain.split("[;,/]")).map(String::strip).filter(word -> !word.isEmpty())
                .map(word -> LANGUAGE.getOrDefault(word, "")).distinct().toList();
        return codes.contains("") || codes.isEmpty() || codes.size() > MOST_LANGUAGES ? Optional.empty() : Optional.of(codes);
    }

    private static Map<String, String> ethnicities() {
        var words = new HashMap<>(Map.of("not stated", Ethnicity.NOT_STATED.code()));
        for (var one : Ethnicity.values()) {
            Stream.of(one.code(), one.label(), one.code() + " " + one.label()).forEach(word -> words.put(small(word), one.code()));
        }
        return words;
    }

    private static Map<String, String> languages() {
        var words = new HashMap<>(Map.of("bsl", Language.BSL.code()));
        for (var one : Language.values()) {
            words.put(one.code(), one.code());
            words.put(small(one.label()), one.code());
            BETWEEN_NAMES.splitAsStream(one.label()).forEach(name -> words.put(small(name), one.code()));
        }
        return words;
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.UK);
    }
}
