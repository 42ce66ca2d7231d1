package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import dk.grundskema.plugins.camp.FinishedCamp.FinishedCampDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Assesses whether days support good habits: rituals, movement, meals, sleep, time for the logbook.
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
        return dailyAsk(
                "camp.ask.rituals",
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                camp.days(),
                1,
                held -> held.isOfKind("ritual"));
    }

    /** Each whole day has movement. */
    private Ask movement() {
        return dailyAsk(
                "camp.ask.movement",
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                wholeDays(),
                1,
                held -> held.isOfKind("movement")
                        || held.isOfKind("trip")
                        || KnownSubject.MOVEMENT.isTaughtIn(held, camp));
    }

    /** Each whole day has shared meals. */
    private Ask meals() {
        return dailyAsk(
                "camp.ask.meals",
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                wholeDays(),
                MEALS,
                held -> held.isOfKind("meal"));
    }

    /** Days of arrival and departure are half days. */
    private List<FinishedCampDay> wholeDays() {
        return camp.days().stream()
                .filter(day -> !day.hasBlock(
                        block -> block.kind() == Block.Kind.ARRIVAL || block.kind() == Block.Kind.DEPARTURE))
                .toList();
    }

    private Ask dailyAsk(
            String code, AskOrigin origin, List<FinishedCampDay> days, int times, Predicate<DatedMeeting> such) {
        var places = new ArrayList<Shortfall>();
        for (FinishedCampDay day : days) {
            boolean isThere = camp.teams().stream().allMatch(team -> countFor(team, day, such) >= times);
            if (!isThere) {
                places.add(Shortfall.at(reasonMissing(day, times, such), day.date()));
            }
        }
        return Ask.counted(code, origin, "days", days.size(), places, times);
    }

    private long countFor(GroupId team, FinishedCampDay day, Predicate<DatedMeeting> such) {
        return camp.heldOn(day.date()).stream()
                .filter(held -> held.includesTeam(team) && held.isHeldBySomebody() && such.test(held))
                .map(held -> held.meeting().start())
                .distinct()
                .count();
    }

    /** Returns whether all days of the kind lack the activity, or only this one. */
    private Reason reasonMissing(FinishedCampDay day, int times, Predicate<DatedMeeting> such) {
        boolean elsewhere = camp.days().stream()
                .filter(other -> other.kind().id().equals(day.kind().id()))
                .anyMatch(other -> camp.teams().stream().allMatch(team -> countFor(team, other, such) >= times));
        return elsewhere
                ? Reason.of("camp.why.dropped")
                : Reason.of("camp.why.not-in-base-timetable", camp.texts().dayKindName(day.kind()));
    }

    /** Nights are long enough to sleep. */
    private Ask sleep() {
        var nights = camp.heldMeetings().stream()
                .filter(held -> held.isOfKind("night"))
                .toList();
        if (nights.isEmpty()) {
            return Ask.notApplicable("camp.ask.sleep", CampOrigins.WHAT_WORKS_PARTLY_OURS, "nights", SLEEP_HOURS);
        }
        var places = nights.stream()
                .filter(night -> camp.durationMinutes(night) < SLEEP_HOURS * 60L)
                .map(night ->
                        Shortfall.at(Reason.of("camp.why.short-night", camp.durationMinutes(night)), night.date()))
                .toList();
        return Ask.counted(
                "camp.ask.sleep", CampOrigins.WHAT_WORKS_PARTLY_OURS, "nights", nights.size(), places, SLEEP_HOURS);
    }

    /** Each week has time to write the logbook. */
    private Ask logbook() {
        long asked = 0;
        var places = new ArrayList<Shortfall>();
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
                places.add(new Shortfall(List.of(week), wanted - given, Reason.of("camp.why.no-quiet-hour", given)));
            }
        }
        return Ask.counted(
                "camp.ask.logbook", CampOrigins.RECOMMENDATIONS_PARTLY_OURS, "days", asked, places, LOGBOOK_DAYS);
    }

    private boolean isForWriting(DatedMeeting held) {
        return held.isOfKind("quiet-hour")
                || camp.texts().isLogbook(held.meeting().title());
    }
}
