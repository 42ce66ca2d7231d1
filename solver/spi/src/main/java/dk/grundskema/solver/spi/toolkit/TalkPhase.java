package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When people talk about something that goes over some weeks. Source: guide to school-supporting interventions, part C (talks of tutor and teacher
 * before, during and after).
 */
public enum TalkPhase {
    /** In the last school week before. */
    BEFORE,
    /** Half-way. */
    DURING,
    /** In the first school week after. */
    AFTER;

    /** Its name in small letters, for ids and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The week in which the talk is; where no school week is before or after, the first or the last itself.
     *
     * @param weeks  what is talked about, at least one week
     * @param school all weeks in which talks may be
     */
    public IsoWeek week(SortedSet<IsoWeek> weeks, SortedSet<IsoWeek> school) {
        var before = school.headSet(weeks.first());
        var after = school.tailSet(weeks.last().plus(1));
        return switch (this) {
            case BEFORE -> before.isEmpty() ? weeks.first() : before.last();
            case DURING -> List.copyOf(weeks).get(weeks.size() / 2);
            case AFTER -> after.isEmpty() ? weeks.last() : after.first();
        };
    }

    /**
     * When talks may be held: the usable times of each phase's week. A phase without any is left out; no minutes or weeks mean no talks.
     *
     * @param minutes       how long a talk is; 0 means that none are planned
     * @param weeks         what is talked about
     * @param interruptions weeks that are left out, see {@link PlannedWeeks}
     */
    public static Map<TalkPhase, List<MeetingTime>> times(
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
