package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verifies relations between the parts of a demand that the types alone do not enforce. */
final class DemandContract {
    private final Demand demand;
    private final Problem problem;
    private final LessonsByPerson own;
    private final Map<GroupId, Grouping> formed = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> members = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private DemandContract(Demand demand, Problem problem) {
        this.demand = demand;
        this.problem = problem;
        this.own = LessonsByPerson.of(problem);
        problem.groups()
                .forEach(group ->
                        group.members().forEach(one -> members(group.id()).add(one.studentId())));
        for (Grouping grouping : demand.groupings()) {
            grouping.groups().forEach(group -> {
                formed.put(group.id(), grouping);
                group.members().forEach(one -> members(group.id()).add(one.studentId()));
                grouping.students().stream()
                        .filter(student -> grouping.allows(student, group.id()))
                        .forEach(members(group.id())::add);
            });
        }
    }

    private Set<StudentId> members(GroupId group) {
        return members.computeIfAbsent(group, any -> new HashSet<>());
    }

    /** Returns complaints about a demand, each with a suggestion; empty if there are none. */
    static List<String> complaints(Demand demand, Problem problem) {
        var contract = new DemandContract(demand, problem);
        demand.sessions().forEach(contract::checkSleep);
        demand.sessions().forEach(contract::checkInside);
        demand.groupings().forEach(contract::checkGrouping);
        contract.checkSeats();
        return contract.complaints;
    }

    /** A session of a group that may stay empty must sleep with it, and no session may sleep with a group that is never empty. */
    private void checkSleep(Session session) {
        for (GroupId group : session.groups()) {
            Grouping grouping = formed.get(group);
            if (grouping != null && grouping.mayStayEmpty() && !group.equals(session.awakeWith())) {
                complaints.add(
                        "The session (%s) has the group (%s), which may stay empty, but isn't awake with it, so it is held for nobody.\nMaybe add awakeWith(%s)?"
                                .formatted(session.id(), group, group));
            }
        }
        GroupId waits = session.awakeWith();
        if (waits == null) {
            return;
        }
        Grouping grouping = formed.get(waits);
        if (grouping == null) {
            complaints.add(
                    "The session (%s) is awake with the group (%s), which no grouping of the demand forms.\nMaybe add the grouping?"
                            .formatted(session.id(), waits));
        } else if (!grouping.mayStayEmpty()) {
            complaints.add(
                    "The session (%s) is awake with the group (%s), whose grouping lets no group stay empty, so it never sleeps.\nMaybe make the grouping with mayStayEmpty, or leave awakeWith out?"
                            .formatted(session.id(), waits));
        }
    }

    /** The lessons inside which a session may be held must exist at one of its times, with one of its students. */
    private void checkInside(Session session) {
        Set<StudentId> students = new HashSet<>(session.students());
        session.groups().forEach(group -> students.addAll(members(group)));
        for (LessonId id : session.inside()) {
            Lesson lesson = problem.lesson(id).orElse(null);
            if (lesson == null) {
                complaints.add(
                        "The session (%s) may be held inside the lesson (%s), which the problem doesn't have.\nMaybe the lesson's id was misspelt?"
                                .formatted(session.id(), id));
            } else if (session.times().stream().noneMatch(time -> MeetingTimeOverlap.overlaps(time, lesson.time()))) {
                complaints.add(
                        "The session (%s) may be held inside the lesson (%s), but none of its times overlaps it.\nMaybe offer the lesson's time, too?"
                                .formatted(session.id(), id));
            } else if (students.stream().noneMatch(one -> own.of(one).contains(lesson))) {
                complaints.add(
                        "The session (%s) may be held inside the lesson (%s), in which none of its students is.\nMaybe name the lessons of those who take part?"
                                .formatted(session.id(), id));
            }
        }
    }

    /** Choices and needs must be those of students of the grouping, and choices must be groups of the grouping. */
    private void checkGrouping(Grouping grouping) {
        var groups = grouping.groups().stream().map(group -> group.id()).toList();
        grouping.choices().forEach((student, chosen) -> {
            checkPlaced(student, grouping, "choices");
            chosen.stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> complaints.add(
                            "The student (%s) may choose the group (%s), which isn't one of the grouping's (%s).\nMaybe it is in another grouping?"
                                    .formatted(student, group, groups)));
        });
        grouping.needs().keySet().forEach(student -> checkPlaced(student, grouping, "needs"));
    }

    private void checkPlaced(StudentId student, Grouping grouping, String what) {
        if (!grouping.students().contains(student)) {
            complaints.add(
                    "The %s name the student (%s), who isn't among the students to be placed (%s).\nMaybe add the student, or take it out there?"
                            .formatted(what, student, grouping.students()));
        }
    }

    /** Seats must belong to sessions of the demand, and have distinct positions within a session. */
    private void checkSeats() {
        Set<SessionId> sessions = new HashSet<>();
        demand.sessions().forEach(session -> sessions.add(session.id()));
        Set<List<Object>> taken = new HashSet<>();
        for (Seat seat : demand.seats()) {
            for (SessionId session : seat.sessions()) {
                if (!sessions.contains(session)) {
                    complaints.add(
                            "The seat (%s) is of the session (%s), which isn't in the demand.\nMaybe add the session?"
                                    .formatted(seat.id(), session));
                } else if (!taken.add(List.of(session, seat.position()))) {
                    complaints.add(
                            "The seat (%s) has the position (%d) in the session (%s), which another seat has already.\nMaybe count the positions, or add seats with DemandBuilder?"
                                    .formatted(seat.id(), seat.position(), session));
                }
            }
        }
    }
}
