package org.placewell.shared;

/**
 * Something a person asked for that cannot be done as asked: shown beside the named field (or on top when the field is
 * empty), with the way on. Nothing has changed when it is thrown: it rolls the transaction back.
 */
public class Problem extends RuntimeException {

    private final String code;
    private final String field;

    public Problem(String code, String field, String message) {
        super(message);
        this.code = code;
        this.field = field == null ? "" : field;
    }

    /** A problem that belongs to no single field. */
    public static Problem of(String code, String message) {
        return new Problem(code, "", message);
    }

    /** A problem with one field of the form. */
    public static Problem at(String field, String code, String message) {
        return new Problem(code, field, message);
    }

    /** A stable word for the kind of problem, such as {@code stale} or {@code four-eyes}. */
    public String code() {
        return code;
    }

    /** The key of the field at fault, or empty. */
    public String field() {
        return field;
    }

    /** Someone else was faster, or the page is old: answered with 409. */
    public static final class Stale extends Problem {
        public Stale(String message) {
            super("stale", "", message);
        }
    }

    /** The record is not there, or not there for this person: answered with 404, never telling which. */
    public static final class NotFound extends Problem {
        public NotFound(String what) {
            super("not-found", "", "We could not find " + what + " among the records you may see");
        }
    }

    /** The role does not allow it: answered with 403. */
    public static final class Forbidden extends Problem {
        public Forbidden(String message) {
            super("forbidden", "", message);
        }
    }
}
