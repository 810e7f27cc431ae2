package org.placewell.shared;

/**
 * One line of a page's error summary.
 *
 * @param anchor the id of the field to jump to, or empty when the problem belongs to no field
 * @param message what is wrong and how to put it right, in plain words
 */
public record FieldError(String anchor, String message) {

    /** The line for a refused command. */
    public static FieldError of(Problem problem) {
        return new FieldError(problem.field(), problem.getMessage());
    }
}
