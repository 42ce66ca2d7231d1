package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a finished timetable of the intervention {@code cafe}. Methods called after a meeting apply to that meeting. */
public final class CafeTimetableBuilder {
    public record NoParameters() {}

    public static final Intervention<NoParameters> CAFE =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters());

    /** A school: Ida's class has Danish with MH in the small room on Mondays at 8, Ole's Maths with LK without a room. */
    public static final Problem PROBLEM = school().teacher("MH")
            .teacher("LK")
            .room("small", 4)
            .room("large", 20)
            .room("hall", 100)
            .student("ida", "4a", Availability.always())
            .student("ole", "4b", Availability.always())
            .student("eva", "4a", Availability.always())
            .group("4a", Group.Kind.CLASS, "ida", "eva")
            .group("4b", Group.Kind.CLASS, "ole")
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a", "MH")
            .inRoom("small")
            .lesson("mat", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Maths", "4b", "LK")
            .lesson("duty", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33), "", Lesson.Kind.BUSY, "4b", "MH")
            .build();

    private static final class MeetingDraft {
        final String id;
        final String kind;
        final MeetingTime time;
        String subject = "";

        @Nullable
        RoomId room;

        List<RoomId> furtherRooms = List.of();
        List<GroupId> groups = List.of();
        List<StudentId> students = List.of();
        final List<MeetingSeat> seats = new ArrayList<>();

        MeetingDraft(String id, String kind, MeetingTime time) {
            this.id = id;
            this.kind = kind;
            this.time = time;
        }

        Meeting meeting() {
            return new Meeting(
                    new SessionId("cafe/" + id),
                    null,
                    Collections.emptySortedSet(),
                    CAFE.id(),
                    kind,
                    "",
                    "Café",
                    subject,
                    time.weeks(),
                    time.weekday(),
                    time.start(),
                    time.end(),
                    room,
                    furtherRooms,
                    groups,
                    students,
                    List.of(),
                    List.of(),
                    seats,
                    new Workload(true, 100, 0),
                    MeetingLock.NONE);
        }
    }

    private final List<MeetingDraft> meetings = new ArrayList<>();
    private final List<GroupMembers> groups = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    public static CafeTimetableBuilder plan() {
        return new CafeTimetableBuilder();
    }

    /** Adds a meeting; its id follows the intervention's id and a slash. */
    public CafeTimetableBuilder meeting(String id, String kind, MeetingTime time) {
        meetings.add(new MeetingDraft(id, kind, time));
        return this;
    }

    public CafeTimetableBuilder subject(String value) {
        meetings.getLast().subject = value;
        return this;
    }

    public CafeTimetableBuilder inRoom(String room, String... further) {
        meetings.getLast().room = new RoomId(room);
        meetings.getLast().furtherRooms =
                Arrays.stream(further).map(RoomId::new).toList();
        return this;
    }

    public CafeTimetableBuilder ofGroups(String... groupIds) {
        meetings.getLast().groups = Arrays.stream(groupIds).map(GroupId::new).toList();
        return this;
    }

    public CafeTimetableBuilder withStudents(String... students) {
        meetings.getLast().students =
                Arrays.stream(students).map(StudentId::new).toList();
        return this;
    }

    /** Adds a seat, filled or vacant. */
    public CafeTimetableBuilder seat(String role, @Nullable String who) {
        meetings.getLast().seats.add(new MeetingSeat(role, who == null ? null : new StaffId(who), true, false));
        return this;
    }

    /** A group that was formed, whose members are in it in all weeks. */
    public CafeTimetableBuilder formedGroup(String id, String... members) {
        return formedGroup(
                id,
                Arrays.stream(members)
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toArray(GroupMember[]::new));
    }

    public CafeTimetableBuilder formedGroup(String id, GroupMember... members) {
        groups.add(new GroupMembers(new GroupId(id), List.of(members)));
        return this;
    }

    public CafeTimetableBuilder task(String kind, String date, String... students) {
        tasks.add(new Task(
                new TaskId("cafe/" + kind + "/" + tasks.size()),
                CAFE.id(),
                kind,
                "Task",
                LocalDate.parse(date),
                Arrays.stream(students).map(StudentId::new).toList()));
        return this;
    }

    /** Who does the last task. */
    public CafeTimetableBuilder by(String who) {
        Task last = tasks.removeLast();
        tasks.add(new Task(
                last.taskId(),
                last.interventionId(),
                last.kind(),
                last.title(),
                last.date(),
                last.studentIds(),
                new StaffId(who)));
        return this;
    }

    public Timetable timetable() {
        return new Timetable(
                1,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                groups,
                meetings.stream().map(MeetingDraft::meeting).toList(),
                tasks);
    }

    public FinishedIntervention finished(Problem problem) {
        return new FinishedIntervention(CAFE, problem, timetable());
    }
}
