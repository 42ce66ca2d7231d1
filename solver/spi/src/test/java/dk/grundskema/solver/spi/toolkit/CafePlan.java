package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished timetable of the intervention {@code cafe}, to which a test adds what it is about; what follows a meeting is said of it. */
final class CafePlan {
    record Nothing() {}

    static final Intervention<Nothing> CAFE =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new Nothing());

    private static final class Draft {
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

        Draft(String id, String kind, MeetingTime time) {
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

    private final List<Draft> meetings = new ArrayList<>();
    private final List<GroupMembers> groups = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    static CafePlan plan() {
        return new CafePlan();
    }

    /** A meeting; its id goes on after the intervention's and a slash. */
    CafePlan meeting(String id, String kind, MeetingTime time) {
        meetings.add(new Draft(id, kind, time));
        return this;
    }

    CafePlan subject(String value) {
        meetings.getLast().subject = value;
        return this;
    }

    CafePlan in(String room, String... further) {
        meetings.getLast().room = new RoomId(room);
        meetings.getLast().furtherRooms =
                Arrays.stream(further).map(RoomId::new).toList();
        return this;
    }

    CafePlan of(String... groupIds) {
        meetings.getLast().groups = Arrays.stream(groupIds).map(GroupId::new).toList();
        return this;
    }

    CafePlan with(String... students) {
        meetings.getLast().students =
                Arrays.stream(students).map(StudentId::new).toList();
        return this;
    }

    /** A seat that somebody fills, or nobody. */
    CafePlan seat(String role, @Nullable String who) {
        meetings.getLast().seats.add(new MeetingSeat(role, who == null ? null : new StaffId(who), true, false));
        return this;
    }

    /** A group that was formed, whose members are in it in all weeks. */
    CafePlan formed(String id, String... members) {
        return formed(
                id,
                Arrays.stream(members)
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toArray(GroupMember[]::new));
    }

    CafePlan formed(String id, GroupMember... members) {
        groups.add(new GroupMembers(new GroupId(id), List.of(members)));
        return this;
    }

    CafePlan task(String kind, String date, String... students) {
        tasks.add(new Task(
                new TaskId("cafe/" + kind + "/" + tasks.size()),
                CAFE.id(),
                kind,
                "Task",
                LocalDate.parse(date),
                Arrays.stream(students).map(StudentId::new).toList()));
        return this;
    }

    Timetable timetable() {
        return new Timetable(
                1,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                groups,
                meetings.stream().map(Draft::meeting).toList(),
                tasks);
    }

    Finished finished(Problem problem) {
        return new Finished(CAFE, problem, timetable());
    }
}
