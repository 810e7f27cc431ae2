package org.placewell.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.PriorityQueue;
import org.placewell.shared.WorkingDays;

/** What people mean to do on which day, in order; what falls on a day off is done on the next working day. */
final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long added;

    /** Puts something down for the day, or the next working day. */
    void on(LocalDate day, Runnable act) {
        entries.add(new Entry(WorkingDays.after(day, 0), added++, act));
    }

    /** The day of the earliest entry. */
    Optional<LocalDate> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::day);
    }

    /** Takes the next entry that is due on the day; null when there is none. */
    Runnable due(LocalDate day) {
        return entries.isEmpty() || entries.peek().day().isAfter(day) ? null : entries.poll().act();
    }

    private record Entry(LocalDate day, long number, Runnable act) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : Long.compare(number, other.number);
        }
    }
}
