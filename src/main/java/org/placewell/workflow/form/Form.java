package org.placewell.workflow.form;

import java.util.List;
import java.util.Optional;
import org.placewell.workflow.TaskHandler.Option;

/**
 * A form as its {@code .form} file describes it: pages of parts, each part a question or a piece of text.
 *
 * @param id the file's name without its ending; the task's id, or the command's
 * @param pages at least one; a group of the file is a page
 * @param button what the last button says; empty when the file has no button of its own
 * @param checkedFirst whether the answers of a form of one page are shown once more before they are sent
 */
public record Form(String id, List<Page> pages, String button, boolean checkedFirst) {

    /** Every question, in order. */
    public List<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream()).toList();
    }

    /** The question with that key. */
    public Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether the form is asked page by page, with a list of its parts where it has several, and a page to check the answers. */
    public boolean multiPage() {
        return pages.size() > 1 || checkedFirst;
    }

    /**
     * One page of a form.
     *
     * @param number from 1
     * @param label the page's heading; may be empty on a form of one page
     */
    public record Page(int number, String label, List<Part> parts) {
        public List<Field> fields() {
            return parts.stream().filter(Field.class::isInstance).map(Field.class::cast).toList();
        }
    }

    /** A question or a piece of text. */
    public sealed interface Part permits Field, Words {
        /** When the part is hidden; null for never. */
        Condition hide();

        /** Whether the part is a question; templates ask this. */
        default boolean question() {
            return this instanceof Field;
        }
    }

    /** Help between the questions: paragraphs, or items of a list when they begin with "- ". */
    public record Words(List<String> paragraphs, List<String> items, Condition hide) implements Part {}

    /** How a question is answered. */
    public enum Type {
        TEXT, LONG_TEXT, NUMBER, TICK, RADIO, SELECT, CHECKLIST, DATE
    }

    /**
     * One question.
     *
     * @param label the question in plain words
     * @param description help under the label; may be empty
     * @param options the choices in the file; empty when {@code valuesKey} names a list that the page's handler gives; for a text these
     *     are suggestions, and anything else may be typed
     * @param kind what the server checks beyond the rules; empty, or one of {@link Kind}'s words
     * @param missing the message when there is no answer; empty for the usual one
     * @param autocomplete the browser's autofill word; empty for none
     * @param example a default answer; null for none
     */
    public record Field(String key, Type type, String label, String description, Rules rules, List<Option> options, String valuesKey,
            Condition hide, String kind, String missing, String autocomplete, Object example) implements Part {

        /** The id that the error summary jumps to: a date's first box, else the field itself. */
        public String anchor() {
            return type == Type.DATE ? key + "-day" : key;
        }

        /** Whether the answer is never kept in a draft, such as a bank account's number. */
        public boolean secret() {
            return kind.equals("secret");
        }

        /** Whether the page only carries it, unseen: the version of the record that the person had before them. */
        public boolean version() {
            return kind.equals("version");
        }
    }

    /** A question's bounds; -1 or null for none. Min and max are in the unit on screen: pounds, hours, or a plain number. */
    public record Rules(boolean required, int minLength, int maxLength, java.math.BigDecimal min, java.math.BigDecimal max, String pattern,
            String patternMessage) {}
}
