package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.Membership;
import java.util.List;

/**
 * The indexed form of a problem that the engine works on. Every entity is a position in a list, and decisions refer to
 * these positions, so that the search works on {@code int} arrays and compares no ids. Built once by {@code mapping},
 * immutable, shared by all searches; a decision's value is a position in the list of its kind (see {@link Decisions}).
 *
 * @param problem the problem
 * @param demands the demands of its interventions, in the problem's order
 * @param sessions the sessions of all demands
 * @param times for each session its possible times; for a guest the times of its hosts, in the order of its hosts
 * @param hosts for each guest the indices of its hosts, one per choice; empty for other sessions
 * @param seats the seats of all demands, and the seats that locks add
 * @param seatsOf for each session the indices of its seats, by position
 * @param sessionsOf for each seat the indices of its sessions
 * @param memberships students who join a group of a grouping
 * @param staff the problem's staff
 * @param rooms the problem's rooms
 * @param students the problem's students
 * @param groups given groups and groups to be formed
 * @param index position of each id in the lists
 * @param decisions the decisions to be taken
 * @param spots all stretches of time at which something may be held
 * @param neighbourhoods decisions that moves change together
 */
public record Blueprint(
        Problem problem,
        List<Demand> demands,
        List<Session> sessions,
        List<List<MeetingTime>> times,
        int[][] hosts,
        List<Seat> seats,
        int[][] seatsOf,
        int[][] sessionsOf,
        List<Membership> memberships,
        List<StaffMember> staff,
        List<Room> rooms,
        List<Student> students,
        List<Group> groups,
        Index index,
        Decisions decisions,
        TimeSlots spots,
        List<NumberedNeighbourhood> neighbourhoods) {

    /**
     * Positions of ids in a blueprint's lists.
     *
     * @param session of sessions
     * @param staff of staff
     * @param room of rooms
     * @param student of students
     * @param group of groups
     */
    public record Index(
            IdIndex<SessionId> session,
            IdIndex<StaffId> staff,
            IdIndex<RoomId> room,
            IdIndex<StudentId> student,
            IdIndex<GroupId> group) {}

    /**
     * A neighbourhood as numbers.
     *
     * @param seats indices of seats in the order of their times
     * @param guests indices of guests that may swap places
     */
    public record NumberedNeighbourhood(int[] seats, int[] guests) {}

    /** Returns this blueprint with other open decisions. */
    Blueprint withDecisions(Decisions other) {
        return copyWith(problem, other);
    }

    /**
     * Returns this blueprint with a problem that differs only in its locks, for code that reads locks. The open
     * decisions stay as they are.
     *
     * @param other the problem with other locks
     */
    public Blueprint withProblem(Problem other) {
        return copyWith(other, decisions);
    }

    private Blueprint copyWith(Problem otherProblem, Decisions otherDecisions) {
        return new Blueprint(
                otherProblem,
                demands,
                sessions,
                times,
                hosts,
                seats,
                seatsOf,
                sessionsOf,
                memberships,
                staff,
                rooms,
                students,
                groups,
                index,
                otherDecisions,
                spots,
                neighbourhoods);
    }

    /** Whether a session has only one choice, so that its time is fixed. */
    public boolean isSettled(int session) {
        return !decisions.isOpen(decisions.slot(session));
    }

    /** Returns the index of the host that a guest's choice refers to. */
    public int host(int guest, int choice) {
        return hosts[guest][choice];
    }

    /** Whether a session is a lesson of the existing timetable. Only its seats and an additional room are decided. */
    public boolean isLesson(int session) {
        return sessions.get(session).lesson() != null;
    }

    /** Returns the position of one of a session's seats within its meeting. The teachers of a lesson come first. */
    public int placeInMeeting(int session, int seat) {
        int[] own = seatsOf[session];
        int place = 0;
        while (own[place] != seat) {
            place++;
        }
        return place + problem.countTeacherSeats(sessions.get(session));
    }

    /** Whether a session is placed into hosts. */
    public boolean isGuest(int session) {
        return hosts[session].length > 0;
    }
}
