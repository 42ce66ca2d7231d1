package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.util.List;

/**
 * The mentor course after the intensive one. Source: guide to school-supporting interventions, part D (eight weeks, two times 45 minutes; that these
 * are for each week is our reading).
 *
 * @param weeks             number of school weeks, 0 to 40; 0 means no mentor course
 * @param sessionsPerWeek   meetings per week, 1 to 5
 * @param minutes           length of a meeting in minutes, 15 to 180
 * @param menteesPerSession most students in a meeting of one mentor, 1 to 14; the default of 3 is ours
 * @param mentors           who may be a mentor; empty means the staff of the course
 * @param rooms             rooms to meet in; empty means that none is needed
 */
public record Mentoring(
        @Default("8") int weeks,
        @Default("2") int sessionsPerWeek,
        @Default("45") int minutes,
        @Default("3") int menteesPerSession,
        List<StaffId> mentors,
        List<RoomId> rooms) {
    /** Meetings a week. Source: guide, part D, which does not say "a week"; that is our reading. */
    static final int GUIDE_SESSIONS = 2;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a person is named twice */
    public Mentoring {
        mentors = List.copyOf(mentors);
        rooms = List.copyOf(rooms);
        new RecordValidator()
                .range("weeks", weeks, 0, 40)
                .range("sessionsPerWeek", sessionsPerWeek, 1, 5)
                .range("minutes", minutes, 15, 180)
                .range("menteesPerSession", menteesPerSession, 1, 14)
                .distinct("mentors", mentors)
                .distinct("rooms", rooms)
                .throwIfInvalid();
    }

    /** Returns the number of dates on which mentees and mentors meet. */
    long dates() {
        return (long) weeks * sessionsPerWeek;
    }

    Mentoring withSessionsPerWeek(int sessions) {
        return new Mentoring(weeks, sessions, minutes, menteesPerSession, mentors, rooms);
    }

    Mentoring withMentors(List<StaffId> others) {
        return new Mentoring(weeks, sessionsPerWeek, minutes, menteesPerSession, others, rooms);
    }
}
