package org.placewell.referral.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.placewell.referral.AboutPerson;
import org.placewell.referral.AboutPerson.Wishes;
import org.placewell.referral.Ethnicity;
import org.placewell.referral.Language;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler.Option;

/** The questions about a person that need no answer, the same in two forms: their lists, and the answers read. */
final class PersonAnswers {

    private PersonAnswers() {}

    /** The lists that the forms take from the code, by the name they use. */
    static Map<String, List<Option>> options() {
        return Map.of("ethnicities", Arrays.stream(Ethnicity.values()).map(one -> new Option(one.code(), one.label())).toList(),
                "languages", Arrays.stream(Language.values()).map(one -> new Option(one.code(), one.label())).toList());
    }

    /** What was said. */
    static AboutPerson read(Answers answers) {
        var languages = Stream.of(answers.text("language"), answers.text("otherLanguage")).filter(one -> !one.isEmpty()).distinct().toList();
        return new AboutPerson(answers.text("ethnicity"), answers.text("sex"), new Wishes(languages, answers.text("contactBy"),
                answers.text("meetAt"), answers.text("specialistWish")));
    }

    /** What is kept already, for a form that changes it. */
    static Map<String, Object> prefilled(AboutPerson about) {
        var values = new HashMap<String, Object>();
        put(values, "ethnicity", about.ethnicity());
        put(values, "sex", about.sex());
        put(values, "contactBy", about.wishes().contactBy());
        put(values, "meetAt", about.wishes().meetAt());
        put(values, "specialistWish", about.wishes().specialist());
        var languages = about.wishes().languages();
        put(values, "language", languages.isEmpty() ? "" : languages.get(0));
        put(values, "otherLanguage", languages.size() < 2 ? "" : languages.get(1));
        return values;
    }

    private static void put(Map<String, Object> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }
}
