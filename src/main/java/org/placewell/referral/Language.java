package org.placewell.referral;

import java.util.Arrays;
import java.util.List;

/**
 * Languages that people would rather speak with their specialist, and that specialists speak: those most spoken in England and
 * Wales besides English (census 2021, main language), and British Sign Language. Codes are ISO 639.
 */
public enum Language {
    ENGLISH("en", "English"),
    ALBANIAN("sq", "Albanian"),
    ARABIC("ar", "Arabic"),
    BENGALI("bn", "Bengali (with Sylheti)"),
    BSL("bfi", "British Sign Language"),
    CHINESE("zh", "Chinese"),
    FRENCH("fr", "French"),
    GREEK("el", "Greek"),
    GUJARATI("gu", "Gujarati"),
    ITALIAN("it", "Italian"),
    KURDISH("ku", "Kurdish"),
    PANJABI("pa", "Panjabi"),
    PERSIAN("fa", "Persian or Farsi"),
    POLISH("pl", "Polish"),
    PORTUGUESE("pt", "Portuguese"),
    ROMANIAN("ro", "Romanian"),
    RUSSIAN("ru", "Russian"),
    SOMALI("so", "Somali"),
    SPANISH("es", "Spanish"),
    TAMIL("ta", "Tamil"),
    TURKISH("tr", "Turkish"),
    UKRAINIAN("uk", "Ukrainian"),
    URDU("ur", "Urdu"),
    YORUBA("yo", "Yoruba");

    private final String code;
    private final String label;

    Language(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The code as stored. */
    public String code() {
        return code;
    }

    /** The language in English. */
    public String label() {
        return label;
    }

    /** The language's name; the code itself when it is not on the list. */
    public static String labelOf(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().map(Language::label).orElse(code);
    }

    /** The names of several languages, in the order given. */
    public static List<String> labelsOf(List<String> codes) {
        return codes.stream().map(Language::labelOf).toList();
    }
}
