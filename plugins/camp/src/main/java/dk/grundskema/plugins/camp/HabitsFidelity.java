package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.Day;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether days have what makes good habits: rituals, movement, meals, sleep, time for the logbook.
 *
 * @param camp the camp
 */
record HabitsFidelity(FinishedCamp camp) {
    private static final int MEALS = 2;
    private static final int SLEEP_HOURS = 8;
    private static final int LOGBOOK_DAYS = 3;

    List<Ask> asks() {
        return List.of(rituals(), movement(), meals(), sleep(), logbook());
    }

    /** Each day has a ritual. */
    private Ask rituals() {
        return daily("camp.ask.rituals", CampSources.WHAT_WORKS_PARTLY_OURS, camp.days(), 1, held -> held.is("ritual"));
    }

    /** Each whole day has movement. */
    private Ask movement() {
        return daily(
                "camp.ask.movement",
                CampSources.WHAT_WORKS_PARTLY_OURS,
                wholeDays(),
                1,
                held -> held.is("movement") || held.is("trip") || KnownSubject.MOVEMENT.isTaughtIn(held, camp));
    }

    /** Each whole day has meals together. */
    private Ask meals() {
        return daily("camp.ask.meals", CampSources.WHAT_WORKS_PARTLY_OURS, wholeDays(), MEALS, held -> held.is("meal"));
    }

    /** Days on which everybody comes or leaves are half ones. */
    private List<Day> wholeDays() {
        return camp.days().stream()
                .filter(day -> !day.hasBlock(
                        block -> block.kind() == Block.Kind.ARRIVAL || block.kind() == Block.Kind.DEPARTURE))
                .toList();
    }

    private Ask daily(String code, Origin origin, List<Day> days, int times, Predicate<Held> such) {
        var places = new ArrayList<Place>();
        for (Day day : days) {
            boolean isThere = camp.teams().stream().allMatch(team -> countFor(team, day, such) >= times);
            if (!isThere) {
                places.add(Place.at(whyNot(day, times, such), day.date()));
            }
        }
        return Ask.counted(code, origin, "days", days.size(), places, times);
    }

    private long countFor(GroupId team, Day day, Predicate<Held> such) {
        return camp.on(day.date()).stream()
                .filter(held -> held.has(team) && such.test(held))
                .map(held -> held.meeting().start())
                .distinct()
                .count();
    }

    /** Whether such days have none at all, or only this one lost it. */
    private Reason whyNot(Day day, int times, Predicate<Held> such) {
        boolean elsewhere = camp.days().stream()
                .filter(other -> other.kind().id().equals(day.kind().id()))
                .anyMatch(other -> camp.teams().stream().allMatch(team -> countFor(team, other, such) >= times));
        return elsewhere
                ? Reason.of("camp.why.dropped")
                : Reason.of("camp.why.not-in-base-timetable", camp.texts().day(day.kind()));
    }

    /** Nights are long enough to sleep. */
    private Ask sleep() {
        var nights = camp.held().stream().filter(held -> held.is("night")).toList();
        if (nights.isEmpty()) {
            return Ask.notApplicable("camp.ask.sleep", CampSources.WHAT_WORKS_PARTLY_OURS, "nights", SLEEP_HOURS);
        }
        var places = nights.stream()
                .filter(night -> camp.minutes(night) < SLEEP_HOURS * 60L)
                .map(night -> Place.at(Reason.of("camp.why.short-night", camp.minutes(night)), night.date()))
                .toList();
        return Ask.counted(
                "camp.ask.sleep", CampSources.WHAT_WORKS_PARTLY_OURS, "nights", nights.size(), places, SLEEP_HOURS);
    }

    /** Each week has time to write the logbook. */
    private Ask logbook() {
        long asked = 0;
        var places = new ArrayList<Place>();
        for (IsoWeek week : camp.weeks()) {
            var days = camp.days().stream()
                    .filter(day -> day.week().equals(week) && day.hasBlock(block -> block.kind() == Block.Kind.MODULE))
                    .toList();
            long wanted = Math.min(LOGBOOK_DAYS, days.size());
            long given = camp.days().stream()
                    .filter(day -> day.week().equals(week))
                    .filter(day -> camp.teams().stream().allMatch(team -> countFor(team, day, this::isForWriting) > 0))
                    .count();
            asked += wanted;
            if (given < wanted) {
                places.add(new Place(List.of(week), wanted - given, Reason.of("camp.why.no-quiet-hour", given)));
            }
        }
        return Ask.counted(
                "camp.ask.logbook", CampSources.RECOMMENDATIONS_PARTLY_OURS, "days", asked, places, LOGBOOK_DAYS);
    }

    private boolean isForWriting(Held held) {
        return held.is("quiet-hour") || camp.texts().isLogbook(held.meeting().title());
    }
}
