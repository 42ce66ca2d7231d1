package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the possible times of meetings of adults: within working hours, when lessons start or end. */
final class AdultMeetingTimeFinder {
    /** Maximum number of starts on a day; more would only make the search slower. */
    private static final int MOST_STARTS = 12;

    private final CoTeachingContext context;
    private final SortedSet<LocalTime> bells = new TreeSet<>();

    AdultMeetingTimeFinder(CoTeachingContext context) {
        this.context = context;
        SharedPreparation preparation = context.parameters().preparation();
        bells.addAll(preparation.starts());
        if (bells.isEmpty()) {
            bells.add(preparation.earliest());
            bells.addAll(context.schoolWeeks().bells());
        }
    }

    /** Returns the times of that length in minutes on the working days of the given weeks, without closed days. */
    List<MeetingTime> times(int minutes, SortedSet<IsoWeek> weeks) {
        var times = new ArrayList<MeetingTime>();
        for (DayOfWeek day : context.parameters().preparation().days()) {
            var open = new TreeSet<IsoWeek>();
            weeks.stream()
                    .filter(week -> context.schoolWeeks().isOpen(week, day))
                    .forEach(open::add);
            if (!open.isEmpty()) {
                starts(minutes)
                        .forEach(start -> times.add(new MeetingTime(open, day, start, start.plusMinutes(minutes))));
            }
        }
        return times;
    }

    private List<LocalTime> starts(int minutes) {
        SharedPreparation hours = context.parameters().preparation();
        int latest = hours.latest().toSecondOfDay() / 60 - minutes;
        var fitting = bells.stream()
                .filter(start -> !start.isBefore(hours.earliest()) && start.toSecondOfDay() / 60 <= latest)
                .toList();
        if (fitting.size() <= MOST_STARTS) {
            return fitting;
        }
        var some = new ArrayList<LocalTime>();
        for (int i = 0; i < MOST_STARTS; i++) {
            some.add(fitting.get(i * (fitting.size() - 1) / (MOST_STARTS - 1)));
        }
        return some;
    }
}
