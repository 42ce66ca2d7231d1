package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds references of a timetable to anything that its problem does not contain. */
final class TimetableReferenceCheck {
    private final Problem problem;
    private final DemandIndex demanded;
    private final Timetable timetable;
    private final Set<StaffId> staff;
    private final Set<StudentId> students;
    private final Set<RoomId> rooms;
    private final Set<GroupId> groups;
    private final Set<Object> interventions;
    private final Set<SessionId> meetings;
    private final List<Finding> findings = new ArrayList<>();

    TimetableReferenceCheck(Problem problem, DemandIndex demanded, Timetable timetable) {
        this.problem = problem;
        this.demanded = demanded;
        this.timetable = timetable;
        staff = problem.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        students = problem.students().stream().map(Student::id).collect(Collectors.toSet());
        rooms = problem.rooms().stream().map(Room::id).collect(Collectors.toSet());
        groups = new HashSet<>();
        problem.groups().forEach(group -> groups.add(group.id()));
        demanded.groupings().stream()
                .map(Grouping::groups)
                .flatMap(List::stream)
                .map(Group::id)
                .forEach(groups::add);
        interventions = problem.interventions().stream().map(Intervention::id).collect(Collectors.toSet());
        meetings = timetable.meetings().stream().map(Meeting::sessionId).collect(Collectors.toSet());
    }

    List<Finding> findings() {
        if (!timetable.zone().equals(problem.horizon().zone())) {
            findings.add(Finding.error(
                    "timetable.other-zone",
                    "/zone",
                    timetable.zone().getId(),
                    problem.horizon().zone().getId()));
        }
        for (int i = 0; i < timetable.groups().size(); i++) {
            checkGroup("/groups/" + i, timetable.groups().get(i));
        }
        for (int i = 0; i < timetable.meetings().size(); i++) {
            checkMeeting("/meetings/" + i, timetable.meetings().get(i));
        }
        for (int i = 0; i < timetable.tasks().size(); i++) {
            checkTask("/tasks/" + i, timetable.tasks().get(i));
        }
        for (int i = 0; i < timetable.deliveries().size(); i++) {
            checkDelivery("/deliveries/" + i, timetable.deliveries().get(i));
        }
        return List.copyOf(findings);
    }

    private void checkGroup(String at, GroupMembers group) {
        checkKnown(groups, "group", at + "/id", group.id());
        for (int i = 0; i < group.members().size(); i++) {
            GroupMember member = group.members().get(i);
            checkKnown(students, "student", at + "/members/" + i + "/studentId", member.studentId());
            checkWeeks(at + "/members/" + i + "/weeks", member.weeks());
        }
    }

    private void checkMeeting(String at, Meeting meeting) {
        checkKnown(interventions, "intervention", at + "/interventionId", meeting.interventionId());
        Session session = demanded.sessionOf(meeting);
        if (session == null || session.isGuest()) { // a guest is in the meeting of its host
            checkKnown(Set.of(), "session", at + "/sessionId", meeting.sessionId());
        }
        checkWeeks(at + "/weeks", meeting.weeks());
        checkWeeks(at + "/demandedWeeks", meeting.demandedWeeks());
        checkKnown(rooms, "room", at + "/roomId", meeting.roomId());
        checkAllKnown(rooms, "room", at + "/extraRoomIds", meeting.extraRoomIds());
        checkAllKnown(groups, "group", at + "/groupIds", meeting.groupIds());
        checkAllKnown(students, "student", at + "/studentIds", meeting.studentIds());
        checkAllKnown(students, "student", at + "/excusedStudentIds", meeting.excusedStudentIds());
        for (int i = 0; i < meeting.within().size(); i++) {
            SessionId other = meeting.within().get(i);
            if (!demanded.sessions().containsKey(other)) {
                checkKnown(meetings, "session", at + "/within/" + i, other);
            }
        }
        for (int i = 0; i < meeting.seats().size(); i++) {
            MeetingSeat seat = meeting.seats().get(i);
            checkKnown(staff, "staff", at + "/seats/" + i + "/staffId", seat.staffId());
        }
    }

    private void checkTask(String at, Task task) {
        checkKnown(interventions, "intervention", at + "/interventionId", task.interventionId());
        checkKnown(demanded.tasks().keySet(), "task", at + "/taskId", task.taskId());
        checkAllKnown(students, "student", at + "/studentIds", task.studentIds());
        checkKnown(staff, "staff", at + "/staffId", task.staffId());
    }

    private void checkDelivery(String at, Delivery delivery) {
        checkKnown(meetings, "session", at + "/sessionId", delivery.sessionId());
        timetable.meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(delivery.sessionId())
                        && !meeting.time().dates().contains(delivery.date()))
                .forEach(meeting -> findings.add(Finding.error(
                        "timetable.delivery-on-another-date", at + "/date", delivery.date(), meeting.sessionId())));
        checkAllKnown(students, "student", at + "/absent", List.copyOf(delivery.absent()));
    }

    private void checkWeeks(String at, Collection<IsoWeek> weeks) {
        var horizon = problem.horizon();
        int i = 0;
        for (IsoWeek week : weeks) {
            if (!horizon.contains(week)) {
                IsoWeek last = horizon.firstWeek().plus(horizon.weeks() - 1);
                findings.add(Finding.error("timetable.week-outside", at + "/" + i, week, horizon.firstWeek(), last));
            }
            i++;
        }
    }

    private void checkAllKnown(Set<?> all, String kind, String at, List<?> named) {
        for (int i = 0; i < named.size(); i++) {
            checkKnown(all, kind, at + "/" + i, named.get(i));
        }
    }

    private void checkKnown(Set<?> all, String kind, String at, @Nullable Object named) {
        if (named != null && !all.contains(named)) {
            findings.add(Finding.error("timetable.unknown-" + kind, at, named));
        }
    }
}
