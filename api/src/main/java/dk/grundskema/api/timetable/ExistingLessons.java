package dk.grundskema.api.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lessons of the existing timetable beside what was planned. Some are meetings of the finished timetable, for they may get a second adult; the
 * others, and all in the weeks that no meeting has, are facts that only the problem knows.
 */
public final class ExistingLessons {
    /** Kind of meetings that are lessons of the existing timetable. */
    private static final String KIND = "lesson";

    /** Role of those who teach such a lesson anyway. */
    private static final String TEACHER = "teacher";

    /** What nobody planned belongs to no intervention of the problem. */
    private static final InterventionId NOBODY = new InterventionId("existing-timetable");

    private ExistingLessons() {}

    /** What tells a lesson from all others, whoever comes to it besides. */
    private record Mark(
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            @Nullable RoomId room,
            Set<GroupId> groups,
            Set<StaffId> teachers) {
        static Mark of(Lesson lesson) {
            return new Mark(
                    lesson.time().weekday(),
                    lesson.time().start(),
                    lesson.time().end(),
                    lesson.roomId(),
                    Set.copyOf(lesson.groupIds()),
                    Set.copyOf(lesson.staffIds()));
        }

        static Mark of(Meeting meeting) {
            return new Mark(
                    meeting.weekday(),
                    meeting.start(),
                    meeting.end(),
                    meeting.roomId(),
                    Set.copyOf(meeting.groupIds()),
                    meeting.seats().stream()
                            .filter(seat -> isTeacher(meeting, seat))
                            .map(MeetingSeat::staffId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
    }

    /** Whether a meeting is a lesson of the existing timetable. */
    public static boolean is(Meeting meeting) {
        return meeting.kind().equals(KIND) || isFact(meeting);
    }

    /** Whether a meeting is a lesson of the existing timetable to which nobody comes by the plan. */
    public static boolean isUntouched(Meeting meeting) {
        return is(meeting)
                && meeting.seats().stream().allMatch(seat -> seat.staffId() == null || isTeacher(meeting, seat));
    }

    /** Whether a meeting stands only here, for a lesson that no intervention had to do with. */
    static boolean isFact(Meeting meeting) {
        return meeting.interventionId().equals(NOBODY);
    }

    /** Whether somebody is in a meeting since the existing timetable says so. */
    static boolean isTeacher(Meeting meeting, MeetingSeat seat) {
        return is(meeting) && seat.locked() && seat.role().equals(TEACHER);
    }

    /** The lessons that are no meetings of the timetable, as if they were, each in the weeks in which it is none. */
    static List<Meeting> beside(Problem problem, Timetable timetable) {
        Map<Mark, SortedSet<IsoWeek>> planned = new HashMap<>();
        timetable.meetings().stream()
                .filter(ExistingLessons::is)
                .forEach(meeting -> planned.computeIfAbsent(Mark.of(meeting), mark -> new TreeSet<>())
                        .addAll(meeting.weeks()));
        var facts = new ArrayList<Meeting>();
        for (Lesson lesson : problem.lessons()) {
            var weeks = new TreeSet<>(lesson.time().weeks());
            weeks.removeAll(planned.getOrDefault(Mark.of(lesson), new TreeSet<>()));
            if (!weeks.isEmpty()) {
                facts.add(fact(lesson, weeks));
            }
        }
        return facts;
    }

    private static Meeting fact(Lesson lesson, SortedSet<IsoWeek> weeks) {
        return new Meeting(
                new SessionId(lesson.id().value()),
                null,
                new TreeSet<>(),
                NOBODY,
                KIND,
                "",
                lesson.title(),
                lesson.subject(),
                weeks,
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.time().end(),
                lesson.roomId(),
                lesson.extraRoomIds(),
                lesson.groupIds(),
                lesson.studentIds(),
                List.of(),
                List.of(),
                lesson.staffIds().stream()
                        .map(teacher -> new MeetingSeat(TEACHER, teacher, false, true))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }
}
