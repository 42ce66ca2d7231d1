package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Days;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** In which weeks of a horizon something is held. */
record WeekChoice(Horizon horizon, List<IsoWeek> all) {
    WeekChoice(Horizon horizon) {
        this(horizon, horizon.allWeeks());
    }

    /** Weeks by weekday; weekdays without a week are left out. */
    Map<DayOfWeek, SortedSet<IsoWeek>> of(Days days) {
        return switch (days) {
            case Days.Weekly weekly -> weekly(weekly);
            case Days.Dates dates -> dates(dates);
        };
    }

    private Map<DayOfWeek, SortedSet<IsoWeek>> weekly(Days.Weekly weekly) {
        var weeks = new TreeSet<IsoWeek>();
        for (int i = 0; i < all.size(); i++) {
            if (isHeld(weekly.which(), all.get(i), i)
                    && !horizon.isClosed(all.get(i).date(weekly.weekday()))) {
                weeks.add(all.get(i));
            }
        }
        return weeks.isEmpty() ? Map.of() : Map.of(weekly.weekday(), weeks);
    }

    private static boolean isHeld(Days.Weeks which, IsoWeek week, int index) {
        return switch (which) {
            case Days.Weeks.All all -> true;
            case Days.Weeks.Even even -> week.week() % 2 == 0;
            case Days.Weeks.Odd odd -> week.week() % 2 == 1;
            case Days.Weeks.Turns turns -> turns.mask().get(index % turns.mask().size());
            case Days.Weeks.Numbered numbered -> numbered.numbers().contains(week.week());
        };
    }

    private Map<DayOfWeek, SortedSet<IsoWeek>> dates(Days.Dates dates) {
        Map<DayOfWeek, SortedSet<IsoWeek>> weeks = new EnumMap<>(DayOfWeek.class);
        for (LocalDate date : dates.dates()) {
            if (horizon.contains(date) && !horizon.isClosed(date)) {
                weeks.computeIfAbsent(date.getDayOfWeek(), any -> new TreeSet<>())
                        .add(IsoWeek.of(date));
            }
        }
        return weeks;
    }

    /** Dates of the horizon on which nothing is held although a file says so. */
    List<LocalDate> onClosedDays(Days days) {
        return days instanceof Days.Dates dates
                ? dates.dates().stream().filter(horizon::isClosed).toList()
                : List.of();
    }
}
