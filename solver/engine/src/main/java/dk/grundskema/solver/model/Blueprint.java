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
 * A problem as the engine works on it: everything in lists whose places are the numbers that decisions speak in. Made once
 * by {@code mapping}, never changed, shared by all searches.
 *
 * @param problem       the problem
 * @param demands       what its interventions need, in the problem's order
 * @param sessions      sessions of all demands
 * @param times         for each session its choices of time; a guest's are its hosts' times, in the order of its hosts
 * @param hosts         for each guest the indices of its hosts, one a choice; empty for other sessions
 * @param seats         seats of all demands, and those that locks add
 * @param seatsOf       for each session the indices of its seats, by position
 * @param sessionsOf    for each seat the indices of its sessions
 * @param memberships   students who join a group of a grouping
 * @param staff         the problem's staff
 * @param rooms         the problem's rooms
 * @param students      the problem's students
 * @param groups        given groups and those to be formed
 * @param index         place of each id in the lists
 * @param decisions     what is to be decided
 * @param spots         when anything may be held
 * @param neighbourhoods decisions that belong together
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
        Spots spots,
        List<Bundle> neighbourhoods) {

    /**
     * Places of ids in a blueprint's lists.
     *
     * @param session of sessions
     * @param staff   of staff
     * @param room    of rooms
     * @param student of students
     * @param group   of groups
     */
    public record Index(
            Numbers<SessionId> session,
            Numbers<StaffId> staff,
            Numbers<RoomId> room,
            Numbers<StudentId> student,
            Numbers<GroupId> group) {}

    /**
     * A neighbourhood by numbers.
     *
     * @param seats  indices of seats in the order of their times
     * @param guests indices of guests that may swap places
     */
    public record Bundle(int[] seats, int[] guests) {}

    /** The same with other open decisions. */
    Blueprint deciding(Decisions other) {
        return with(problem, other);
    }

    /**
     * The same of a problem that differs in nothing but its locks, for whoever reads locks: what is open to be decided stays as it is.
     *
     * @param other that problem
     */
    public Blueprint under(Problem other) {
        return with(other, decisions);
    }

    private Blueprint with(Problem otherProblem, Decisions otherDecisions) {
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

    /** Whether a session has only one choice, so that its time is settled. */
    public boolean isSettled(int session) {
        return !decisions.isOpen(decisions.slot(session));
    }

    /** Index of the host that a guest's choice means. */
    public int host(int guest, int choice) {
        return hosts[guest][choice];
    }

    /** Whether a session is a lesson of the existing timetable, so that only its seats and a further room are decided. */
    public boolean isLesson(int session) {
        return sessions.get(session).lesson() != null;
    }

    /** The place of one of a session's seats among those of its meeting, where the teachers of a lesson come first. */
    public int placeInMeeting(int session, int seat) {
        int[] own = seatsOf[session];
        int place = 0;
        while (own[place] != seat) {
            place++;
        }
        return place + problem.seatsBefore(sessions.get(session));
    }

    /** Whether a session is placed into hosts. */
    public boolean isGuest(int session) {
        return hosts[session].length > 0;
    }
}
