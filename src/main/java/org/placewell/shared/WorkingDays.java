package org.placewell.shared;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days in England: Monday to Friday without the bank holidays of England. */
public final class WorkingDays {

    private static final HolidayManager BANK_HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    private WorkingDays() {}

    /** Whether offices are open on that day. */
    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BANK_HOLIDAYS.isHoliday(day, "eng");
    }

    /** The day that is {@code count} working days after {@code start}; zero gives {@code start} or the next working day. */
    public static LocalDate after(LocalDate start, int count) {
        var day = start;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        for (int left = count; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (!isWorkingDay(day));
        }
        return day;
    }

    /** How many working days lie after {@code from} up to and including {@code to}; zero when {@code to} is not later. */
    public static int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }
}
