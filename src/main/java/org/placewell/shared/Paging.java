package org.placewell.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads what stands in a page's address: a page number, a filter, a date; nonsense counts as nothing. */
public final class Paging {

    private Paging() {}

    /** The number of the page, from 1. */
    public static int number(String page) {
        return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }

    /** The text, or null for none. */
    public static String text(String typed) {
        return typed == null || typed.isBlank() || typed.indexOf('\0') >= 0 || typed.length() > 100 ? null : typed.strip();
    }

    /** The date, or null for none. */
    public static LocalDate day(String typed) {
        try {
            return text(typed) == null || !typed.strip().matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}") ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
