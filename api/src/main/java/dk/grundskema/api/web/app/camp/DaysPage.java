package dk.grundskema.api.web.app.camp;

import java.time.LocalDate;
import java.util.List;

/**
 * The base timetable: what each kind of day consists of, and which days are of which kind.
 *
 * @param all      what is said of all days together
 * @param isUsual  whether the camp has said nothing of its days, so that these are the usual ones
 * @param days     the kinds of day
 * @param kinds    what a block can be
 * @param weekdays for each day of the week its kind
 * @param first    the kind of the camp's first day, whatever its weekday
 * @param last     the kind of the camp's last day, whatever its weekday
 * @param weeks    the camp's weeks, with the dates that are of another kind than their weekday
 */
public record DaysPage(
        Field all,
        boolean isUsual,
        List<Day> days,
        List<Choice> kinds,
        List<Field> weekdays,
        Field first,
        Field last,
        List<Week> weeks) {
    /** Copies the lists. */
    public DaysPage {
        days = List.copyOf(days);
        kinds = List.copyOf(kinds);
        weekdays = List.copyOf(weekdays);
        weeks = List.copyOf(weeks);
    }

    /**
     * A kind of day.
     *
     * @param own    what is said of it as a whole
     * @param isNew  whether it was just added
     * @param full   how many kinds of day, or blocks of one, there can be, if one more was asked for here; otherwise 0
     * @param id     its id
     * @param name   what people call it
     * @param blocks what it consists of, in the order of their starts
     */
    public record Day(Field own, boolean isNew, int full, String id, Field name, List<Block> blocks) {
        /** Copies the list. */
        public Day {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A stretch of a day.
     *
     * @param own   what is said of it as a whole
     * @param isNew whether it was just added
     * @param id    its id
     * @param title what people call it
     * @param kind  what it is
     * @param start when it begins
     * @param end   when it ends
     * @param staff how many adults it has; empty means as usual
     */
    public record Block(
            Field own, boolean isNew, String id, Field title, Field kind, Field start, Field end, Field staff) {
        /** What is said of it and of its parts, one after the other. */
        public List<Field> parts() {
            return List.of(own, start, end, title, kind, staff);
        }
    }

    /**
     * A week of the camp.
     *
     * @param number its number in the calendar
     * @param dates  its seven days
     */
    public record Week(int number, List<Date> dates) {
        /** Copies the list. */
        public Week {
            dates = List.copyOf(dates);
        }
    }

    /**
     * A date.
     *
     * @param kind     the kind that it has of its own; empty if it is as its weekday is
     * @param date     which date
     * @param usual    name of the kind that it has otherwise; empty if it is a day off
     * @param isInside whether it belongs to the camp
     * @param isClosed whether nothing may be held on it
     */
    public record Date(Field kind, LocalDate date, String usual, boolean isInside, boolean isClosed) {}
}
