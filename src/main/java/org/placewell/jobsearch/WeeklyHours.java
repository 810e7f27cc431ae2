package org.placewell.jobsearch;

/** Weekly minutes as people read them. */
public final class WeeklyHours {

    private WeeklyHours() {}

    /** In words: {@code 16 hours}, {@code 16 hours 30 minutes}. */
    public static String words(int minutes) {
        var hours = minutes / 60 + (minutes / 60 == 1 ? " hour" : " hours");
        return minutes % 60 == 0 ? hours : hours + " " + minutes % 60 + " minutes";
    }
}
