package dk.grundskema.api.documents.timetable;

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
 * Lessons of the existing timetable next to what was planned. Lessons that may get a second adult are meetings of the finished timetable.
 * All other lessons, and all weeks that no meeting covers, exist only in the problem.
 */
public final class ExistingLessons {
    /** Kind of meetings that are lessons of the existing timetable. */
    private static final String KIND = "lesson";

    /** Role of the teachers of an existing lesson. */
    private static final String TEACHER = "teacher";

    /** Stands for the intervention of lessons that no intervention planned. */
    private static final InterventionId NOBODY = new InterventionId("existing-timetable");

    private ExistingLessons() {}

    /** Identifies a lesson, independently of additional staff. */
    private record LessonKey(
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            @Nullable RoomId room,
            Set<GroupId> groups,
            Set<StaffId> teachers) {
        static LessonKey of(Lesson lesson) {
            return new LessonKey(
                    lesson.time().weekday(),
                    lesson.time().start(),
                    lesson.time().end(),
                    lesson.roomId(),
                    Set.copyOf(lesson.groupIds()),
                    Set.copyOf(lesson.staffIds()));
        }

        static LessonKey of(Meeting meeting) {
            return new LessonKey(
                    meeting.weekday(),
                    meeting.start(),
                    meeting.end(),
                    meeting.roomId(),
                    Set.copyOf(meeting.groupIds()),
                    meeting.seats().stream()
                            .filter(seat -> isTeacherSeat(meeting, seat))
                            .map(MeetingSeat::staffId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
    }

    /** Whether a meeting is a lesson of the existing timetable. */
    public static boolean isExistingLesson(Meeting meeting) {
        return meeting.kind().equals(KIND) || isOutsidePlan(meeting);
    }

    /** Whether a meeting is a lesson of the existing timetable to which the plan assigns nobody. */
    public static boolean isUntouched(Meeting meeting) {
        return isExistingLesson(meeting)
                && meeting.seats().stream().allMatch(seat -> seat.staffId() == null || isTeacherSeat(meeting, seat));
    }

    /** Whether a meeting was created here for a lesson that no intervention uses. */
    public static boolean isOutsidePlan(Meeting meeting) {
        return meeting.interventionId().equals(NOBODY);
    }

    /** Whether a seat is that of a teacher of the existing timetable. */
    static boolean isTeacherSeat(Meeting meeting, MeetingSeat seat) {
        return isExistingLesson(meeting) && seat.locked() && seat.role().equals(TEACHER);
    }

    /** Returns existing lessons as meetings, each in the weeks in which the timetable has no meeting for it. */
    public static List<Meeting> unplannedLessons(Problem problem, Timetable timetable) {
        Map<LessonKey, SortedSet<IsoWeek>> planned = new HashMap<>();
        timetable.meetings().stream()
                .filter(ExistingLessons::isExistingLesson)
                .forEach(meeting -> planned.computeIfAbsent(LessonKey.of(meeting), mark -> new TreeSet<>())
                        .addAll(meeting.weeks()));
        var facts = new ArrayList<Meeting>();
        for (Lesson lesson : problem.lessons()) {
            var weeks = new TreeSet<>(lesson.time().weeks());
            weeks.removeAll(planned.getOrDefault(LessonKey.of(lesson), new TreeSet<>()));
            if (!weeks.isEmpty()) {
                facts.add(toMeeting(lesson, weeks));
            }
        }
        return facts;
    }

    private static Meeting toMeeting(Lesson lesson, SortedSet<IsoWeek> weeks) {
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
