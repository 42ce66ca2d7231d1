package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects the occurrences that calendars show: those of meetings to which the plan adds somebody, and those of lessons that were in calendars before the
 * plan stopped adding somebody. The latter are still held, so they must not disappear as if they were cancelled.
 */
public final class CalendarOccurrences {
    private CalendarOccurrences() {}

    /**
     * Returns the occurrences, ordered by time, then session id.
     *
     * @param ids recorded ids tell which lessons stay
     */
    public static List<Occurrence> of(Problem problem, Timetable timetable, EventIdGenerator ids) {
        Set<String> sessions = ids.recordedSessions();
        List<Meeting> lessons = sessions.isEmpty()
                ? List.of()
                : ordinaryLessons(
                        problem,
                        timetable,
                        lesson -> sessions.contains(lesson.origin().value()));
        var meetings = new ArrayList<>(plannedMeetings(timetable));
        meetings.addAll(lessons);
        List<Occurrence> all = Occurrence.of(meetings, timetable.zone());
        if (lessons.isEmpty()) {
            return all;
        }
        List<Occurrence> planned = all.stream()
                .filter(one -> !ExistingLessons.isUntouched(one.meeting()))
                .toList();
        Set<String> keys = planned.stream().map(EventIdGenerator::occurrenceKey).collect(Collectors.toSet());
        Set<List<Object>> lessonsWithSupport =
                planned.stream().map(CalendarOccurrences::lesson).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !ExistingLessons.isUntouched(one.meeting())
                        || (ids.recordedIds().containsKey(EventIdGenerator.occurrenceKey(one))
                                && !keys.contains(EventIdGenerator.occurrenceKey(one))
                                && !lessonsWithSupport.contains(lesson(one))))
                .toList();
    }

    /** Returns what is the same for a lesson in all interventions that may add somebody to it. */
    private static List<Object> lesson(Occurrence occurrence) {
        Meeting meeting = occurrence.meeting();
        return List.of(Set.copyOf(meeting.groupIds()), meeting.title(), occurrence.interval());
    }

    /** Returns the meetings to which the plan adds somebody. */
    public static List<Meeting> plannedMeetings(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(meeting -> !ExistingLessons.isUntouched(meeting))
                .toList();
    }

    /** Returns the lessons to which the plan adds nobody, whether an intervention may use them or not, as meetings. */
    public static List<Meeting> ordinaryLessons(Problem problem, Timetable timetable, Predicate<Meeting> which) {
        return Stream.concat(
                        timetable.meetings().stream().filter(ExistingLessons::isUntouched),
                        ExistingLessons.unplannedLessons(problem, timetable).stream())
                .filter(which)
                .toList();
    }
}
