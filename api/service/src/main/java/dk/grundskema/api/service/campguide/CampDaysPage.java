package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.rules.PointerField;
import dk.grundskema.api.service.rules.SelectOption;
import java.time.LocalDate;
import java.util.List;

/**
 * Model of the base timetable step: blocks of each kind of day, and the kind of each date.
 *
 * @param all      messages about all days together
 * @param isUsual  whether the camp specifies no days, so that the default ones apply
 * @param days     kinds of day
 * @param kinds    kinds of block
 * @param weekdays kind of each day of the week
 * @param first    kind of the first day, regardless of its weekday
 * @param last     kind of the last day, regardless of its weekday
 * @param weeks    weeks of the camp, with the dates whose kind differs from that of their weekday
 */
public record CampDaysPage(
        PointerField all,
        boolean isUsual,
        List<DayKindView> days,
        List<SelectOption> kinds,
        List<PointerField> weekdays,
        PointerField first,
        PointerField last,
        List<CampWeekView> weeks) {
    /** Copies the lists. */
    public CampDaysPage {
        days = List.copyOf(days);
        kinds = List.copyOf(kinds);
        weekdays = List.copyOf(weekdays);
        weeks = List.copyOf(weeks);
    }

    /**
     * A kind of day.
     *
     * @param own    messages about it as a whole
     * @param isNew  whether it was just added
     * @param full   the maximum number of kinds of day or of its blocks if an addition exceeded it; otherwise 0
     * @param id     id
     * @param name   display name
     * @param blocks blocks in the order of their starts
     */
    public record DayKindView(
            PointerField own, boolean isNew, int full, String id, PointerField name, List<BlockView> blocks) {
        /** Copies the list. */
        public DayKindView {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A block of a day.
     *
     * @param own   messages about it as a whole
     * @param isNew whether it was just added
     * @param id    id
     * @param title display name
     * @param kind  kind of block
     * @param start start time
     * @param end   end time
     * @param staff number of adults; empty means the default
     */
    public record BlockView(
            PointerField own,
            boolean isNew,
            String id,
            PointerField title,
            PointerField kind,
            PointerField start,
            PointerField end,
            PointerField staff) {
        /** Returns the block as a whole and its fields, in order. */
        public List<PointerField> parts() {
            return List.of(own, start, end, title, kind, staff);
        }
    }

    /**
     * A week of the camp.
     *
     * @param number ISO week number
     * @param dates  its seven days
     */
    public record CampWeekView(int number, List<CampDateView> dates) {
        /** Copies the list. */
        public CampWeekView {
            dates = List.copyOf(dates);
        }
    }

    /**
     * A date.
     *
     * @param kind     kind of this date; empty if its weekday determines it
     * @param date     the date
     * @param usual    name of the kind of its weekday; empty if that is a day off
     * @param isInside whether the date belongs to the camp
     * @param isClosed whether nothing may be held on it
     */
    public record CampDateView(PointerField kind, LocalDate date, String usual, boolean isInside, boolean isClosed) {}
}
