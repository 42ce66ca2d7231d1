package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Resolves the weeks of a horizon in which a lesson is held. */
record WeekResolver(Horizon horizon, List<IsoWeek> all) {
    WeekResolver(Horizon horizon) {
        this(horizon, horizon.allWeeks());
    }

    /** Returns weeks by weekday, without weekdays that have no week. */
    Map<DayOfWeek, SortedSet<IsoWeek>> resolve(SourceDays days) {
        return switch (days) {
            case SourceDays.Weekly weekly -> resolveWeekly(weekly);
            case SourceDays.Dates dates -> resolveDates(dates);
        };
    }

    private Map<DayOfWeek, SortedSet<IsoWeek>> resolveWeekly(SourceDays.Weekly weekly) {
        var weeks = new TreeSet<IsoWeek>();
        for (int i = 0; i < all.size(); i++) {
            if (isHeld(weekly.which(), all.get(i), i)
                    && !horizon.isClosed(all.get(i).date(weekly.weekday()))) {
                weeks.add(all.get(i));
            }
        }
        return weeks.isEmpty() ? Map.of() : Map.of(weekly.weekday(), weeks);
    }

    private boolean isHeld(SourceDays.WeekPattern which, IsoWeek week, int index) {
        return switch (which) {
            case SourceDays.WeekPattern.All all -> true;
            case SourceDays.WeekPattern.Even even -> week.week() % 2 == 0;
            case SourceDays.WeekPattern.Odd odd -> week.week() % 2 == 1;
            case SourceDays.WeekPattern.Rotation turns ->
                turns.mask()
                        .get(Math.floorMod(
                                turns.first() == null ? index : turns.first().until(week),
                                turns.mask().size()));
            case SourceDays.WeekPattern.Terms terms ->
                terms.mask().get(index * terms.mask().size() / all.size()) && isHeld(terms.within(), week, index);
            case SourceDays.WeekPattern.Numbered numbered -> numbered.numbers().contains(week.week());
        };
    }

    private Map<DayOfWeek, SortedSet<IsoWeek>> resolveDates(SourceDays.Dates dates) {
        Map<DayOfWeek, SortedSet<IsoWeek>> weeks = new EnumMap<>(DayOfWeek.class);
        for (LocalDate date : dates.dates()) {
            if (horizon.contains(date) && !horizon.isClosed(date)) {
                weeks.computeIfAbsent(date.getDayOfWeek(), any -> new TreeSet<>())
                        .add(IsoWeek.of(date));
            }
        }
        return weeks;
    }

    /** Returns the dates of the horizon on which a file has a lesson although the school is closed. */
    List<LocalDate> closedDates(SourceDays days) {
        return days instanceof SourceDays.Dates dates
                ? dates.dates().stream().filter(horizon::isClosed).toList()
                : List.of();
    }
}
