package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The phases of talks about an activity that lasts some weeks. Source: guide to school-supporting interventions, part C (talks of tutor and teacher
 * before, during and after).
 */
enum TalkPhase {
    /** In the last school week before the activity. */
    BEFORE,
    /** Half-way through the activity. */
    DURING,
    /** In the first school week after the activity. */
    AFTER;

    /** Returns the name in lower case, for ids and texts. */
    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the week of the talk; if there is no school week before or after, the first or last week of the activity itself.
     *
     * @param weeks  weeks of the activity, at least one
     * @param school all weeks in which talks are possible
     */
    IsoWeek week(SortedSet<IsoWeek> weeks, SortedSet<IsoWeek> school) {
        var before = school.headSet(weeks.first());
        var after = school.tailSet(weeks.last().plus(1));
        return switch (this) {
            case BEFORE -> before.isEmpty() ? weeks.first() : before.last();
            case DURING -> List.copyOf(weeks).get(weeks.size() / 2);
            case AFTER -> after.isEmpty() ? weeks.last() : after.first();
        };
    }

    /**
     * Returns the possible times of talks: the usable times in the week of each phase. Phases without usable time are left out; without minutes or
     * weeks there are no talks.
     *
     * @param minutes       length of a talk; 0 means that none are planned
     * @param weeks         weeks of the activity
     * @param interruptions interruptions whose weeks are skipped, see {@link PlannedWeeks}
     */
    static Map<TalkPhase, List<MeetingTime>> timesByPhase(
            List<UsableTime> usable,
            int minutes,
            SortedSet<IsoWeek> weeks,
            Problem problem,
            List<DateSpan> interruptions) {
        Map<TalkPhase, List<MeetingTime>> times = new EnumMap<>(TalkPhase.class);
        if (minutes > 0 && !weeks.isEmpty()) {
            var school = PlannedWeeks.of(problem, null, problem.horizon().weeks(), interruptions);
            for (TalkPhase phase : values()) {
                var own = new TreeSet<>(Set.of(phase.week(weeks, school)));
                times.put(phase, UsableTime.times(usable, minutes, own, problem));
            }
        }
        times.values().removeIf(List::isEmpty);
        return times;
    }
}
