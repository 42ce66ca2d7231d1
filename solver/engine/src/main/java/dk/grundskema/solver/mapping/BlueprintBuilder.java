package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.spi.Membership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Builds the blueprint of a problem and its demands: assigns indices to ids, computes the range of each decision, and
 * applies locks. Ranges contain only possible values: staff who are busy at a fixed time are not candidates. A decision
 * with a single possible time or group is fixed.
 */
public final class BlueprintBuilder {
    private final Problem problem;
    private final List<Demand> demands;
    private final LockIndex locks;
    private final List<Session> sessions;
    private final List<Seat> seats;
    private final List<Group> groups;
    private final List<Membership> memberships;
    private final Blueprint.Index index;
    private final List<List<MeetingTime>> times = new ArrayList<>();
    private final int[][] hosts;
    private final Decisions decisions;
    private final StaffBusyTimes busy;

    private BlueprintBuilder(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.demands = demands;
        this.locks = new LockIndex(problem, demands);
        this.sessions =
                demands.stream().flatMap(demand -> demand.sessions().stream()).toList();
        this.seats = new ArrayList<>(
                demands.stream().flatMap(demand -> demand.seats().stream()).toList());
        seats.addAll(locks.extraSeats());
        this.groups = collectGroups();
        this.memberships = collectMemberships();
        this.index = new Blueprint.Index(
                new IdIndex<>(sessions, Session::id),
                new IdIndex<>(problem.staff(), StaffMember::id),
                new IdIndex<>(problem.rooms(), Room::id),
                new IdIndex<>(problem.students(), Student::id),
                new IdIndex<>(groups, Group::id));
        this.hosts = new int[sessions.size()][0];
        this.decisions = new Decisions(sessions.size(), seats.size(), memberships.size());
        this.busy = new StaffBusyTimes(problem, sessions);
    }

    /**
     * Builds the blueprint.
     *
     * @throws IllegalArgumentException if demands are inconsistent, for example because two of them use the same id
     */
    public static Blueprint build(Problem problem, List<Demand> demands) {
        return new BlueprintBuilder(problem, demands).build();
    }

    /** Returns findings about locks that refer to nothing, with pointers into the problem. */
    public static List<Finding> lockFindings(Problem problem, List<Demand> demands) {
        return new LockIndex(problem, demands).findings();
    }

    private Blueprint build() {
        sessions.forEach(this::checkLessonSession);
        sessions.forEach(this::checkAwakeGroup);
        demands.forEach(this::checkExclusions);
        collectTimes();
        collectHostTimes();
        openRooms();
        int[][] sessionsOf = seats.stream()
                .map(seat ->
                        seat.sessions().stream().mapToInt(this::sessionIndex).toArray())
                .toArray(int[][]::new);
        openSeats(sessionsOf);
        openMemberships();
        return new Blueprint(
                problem,
                demands,
                sessions,
                times,
                hosts,
                seats,
                seatsOf(sessionsOf),
                sessionsOf,
                memberships,
                problem.staff(),
                problem.rooms(),
                problem.students(),
                groups,
                index,
                decisions,
                new TimeSlotsBuilder(problem).build(sessions, times),
                neighbourhoods());
    }

    private void checkLessonSession(Session session) {
        if (session.lesson() == null) {
            return;
        }
        Lesson lesson = problem.lesson(session.lesson())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The session (%s) is the lesson (%s), which the problem doesn't have.\nMaybe the lesson's id was misspelt?"
                                .formatted(session.id(), session.lesson())));
        MeetingTime time = session.times().getFirst();
        MeetingTime whole = lesson.time();
        boolean isIn = time.weekday() == whole.weekday()
                && time.start().equals(whole.start())
                && time.end().equals(whole.end())
                && whole.weeks().containsAll(time.weeks());
        if (!isIn) {
            throw new IllegalArgumentException(
                    "The session (%s) is held (%s), but its lesson (%s) is held (%s).\nMaybe use the lesson's time, in some of its weeks?"
                            .formatted(session.id(), time, lesson.id(), whole));
        }
    }

    /**
     * Rejects a session that would always sleep, or whose sleep would affect other sessions. Both are errors of the
     * plugin that demands it.
     */
    private void checkAwakeGroup(Session session) {
        GroupId group = session.awakeWith();
        if (group == null) {
            return;
        }
        boolean isFormed = demands.stream()
                .flatMap(demand -> demand.groupings().stream())
                .flatMap(grouping -> grouping.groups().stream())
                .anyMatch(one -> one.id().equals(group));
        if (!isFormed) {
            throw new IllegalArgumentException(
                    "The session (%s) is awake with the group (%s), which no grouping forms.\nMaybe its grouping was forgotten?"
                            .formatted(session.id(), group));
        }
        boolean isHost = sessions.stream().anyMatch(one -> one.hosts().contains(session.id()));
        if (session.isGuest() || isHost) {
            throw new IllegalArgumentException(
                    "The session (%s) is a guest or a host and awake with the group (%s); neither may sleep.\nMaybe give it times of its own?"
                            .formatted(session.id(), group));
        }
    }

    /** Rejects exclusions of sessions that have no meeting of their own in each plan, or are unknown. */
    private void checkExclusions(Demand demand) {
        Map<SessionId, Session> own = new HashMap<>();
        if (!demand.exclusions().isEmpty()) {
            demand.sessions().forEach(session -> own.put(session.id(), session));
        }
        for (ExclusiveSessions exclusion : demand.exclusions()) {
            for (SessionId id : exclusion.sessions()) {
                Session session = own.get(id);
                if (session == null) {
                    throw new IllegalArgumentException(
                            "The exclusive sessions (%s) contain (%s), which the same intervention does not demand.\nMaybe the session was not added?"
                                    .formatted(exclusion.name(), id));
                }
                if (session.isGuest()) {
                    throw new IllegalArgumentException(
                            "The exclusive sessions (%s) contain (%s), which is placed into a host.\nMaybe the hosts exclude each other?"
                                    .formatted(exclusion.name(), id));
                }
                if (session.relief() != null && exclusion.kind() == ExclusiveSessions.Kind.SAME_TIME) {
                    throw new IllegalArgumentException(
                            "The exclusive sessions (%s) contain (%s), which is only held if somebody takes its seat.\nMaybe exclude the lessons that it frees from?"
                                    .formatted(exclusion.name(), id));
                }
            }
        }
    }

    private int sessionIndex(SessionId id) {
        return index.session().indexOf(id);
    }

    private List<Group> collectGroups() {
        Map<Object, Group> all = new LinkedHashMap<>();
        problem.groups().forEach(group -> all.put(group.id(), group));
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                grouping.groups().forEach(group -> all.put(group.id(), group));
            }
        }
        return List.copyOf(all.values());
    }

    private List<Membership> collectMemberships() {
        var all = new ArrayList<Membership>();
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                grouping.students()
                        .forEach(id -> all.add(
                                new Membership(grouping, problem.student(id).orElseThrow())));
            }
        }
        return List.copyOf(all);
    }

    private void collectTimes() {
        for (int s = 0; s < sessions.size(); s++) {
            Session session = sessions.get(s);
            MeetingTime locked = locks.find(session.id()).map(SessionLock::time).orElse(null);
            List<MeetingTime> choices = locked == null ? session.times() : List.of(locked);
            times.add(choices);
            if (!session.isGuest()) {
                settleOrOpen(
                        decisions.slot(s), IntStream.range(0, choices.size()).toArray());
            }
        }
    }

    private void collectHostTimes() {
        for (int s = 0; s < sessions.size(); s++) {
            Session guest = sessions.get(s);
            if (!guest.isGuest()) {
                continue;
            }
            checkGuest(guest);
            hosts[s] = guest.hosts().stream().mapToInt(this::sessionIndex).toArray();
            var choices = new ArrayList<MeetingTime>();
            for (int host : hosts[s]) {
                if (times.get(host).size() != 1) {
                    throw new IllegalArgumentException(
                            "The host (%s) of the guest (%s) has (%d) times; a host has exactly one.\nMaybe place the guest into sessions of fixed time?"
                                    .formatted(
                                            sessions.get(host).id(),
                                            guest.id(),
                                            times.get(host).size()));
                }
                choices.add(times.get(host).getFirst());
            }
            times.set(s, List.copyOf(choices));
            Optional<SessionId> locked = locks.hostOf(guest.id());
            if (locked.isPresent()) {
                decisions.fix(decisions.slot(s), guest.hosts().indexOf(locked.get()));
            } else {
                decisions.open(
                        decisions.slot(s), IntStream.range(0, hosts[s].length).toArray());
            }
        }
    }

    private void checkGuest(Session guest) {
        List<SeatId> own = seats.stream()
                .filter(seat -> seat.sessions().contains(guest.id()))
                .map(Seat::id)
                .toList();
        if (!own.isEmpty() || !guest.rooms().isEmpty()) {
            throw new IllegalArgumentException(
                    "The guest (%s) has the seats (%s) and the rooms (%s); a guest uses those of its host.\nMaybe give them to its hosts?"
                            .formatted(guest.id(), own, guest.rooms()));
        }
    }

    private void settleOrOpen(int decision, int[] range) {
        if (range.length == 1) {
            decisions.fix(decision, range[0]);
        } else {
            decisions.open(decision, range);
        }
    }

    /** Even a session's only room stays open: if two sessions need it at the same time, one goes without. */
    private void openRooms() {
        for (int s = 0; s < sessions.size(); s++) {
            Session session = sessions.get(s);
            RoomId locked = locks.find(session.id()).map(SessionLock::roomId).orElse(null);
            List<RoomId> choices = locked == null ? session.rooms() : List.of(locked);
            int[] range = choices.stream()
                    .mapToInt(id -> index.room().indexOf(id))
                    .sorted()
                    .toArray();
            if (locked != null) {
                decisions.fix(decisions.room(s), range[0]);
            } else {
                decisions.open(decisions.room(s), range);
            }
        }
    }

    private void openSeats(int[][] sessionsOf) {
        for (int k = 0; k < seats.size(); k++) {
            Seat seat = seats.get(k);
            Optional<SeatLock> lock = seat.sessions().stream()
                    .flatMap(id -> locks.find(id, seat.position()).stream())
                    .findFirst();
            if (lock.isPresent()) {
                StaffId who = lock.get().staffId();
                decisions.fix(
                        decisions.seat(k),
                        who == null ? Decisions.NONE : index.staff().indexOf(who));
                continue;
            }
            List<Interval> meetings = fixedMeetings(sessionsOf[k]);
            int[] range = seat.candidates().stream()
                    .filter(who -> meetings.stream().noneMatch(meeting -> busy.isBusy(who, meeting)))
                    .mapToInt(who -> index.staff().indexOf(who))
                    .sorted()
                    .toArray();
            decisions.open(decisions.seat(k), range);
        }
    }

    /** Returns the times of sessions whose time is fixed. */
    private List<Interval> fixedMeetings(int[] ofSessions) {
        return Arrays.stream(ofSessions)
                .mapToObj(times::get)
                .filter(choices -> choices.size() == 1)
                .flatMap(choices ->
                        choices.getFirst().intervals(problem.horizon().zone()).stream())
                .toList();
    }

    private void openMemberships() {
        for (int m = 0; m < memberships.size(); m++) {
            Membership membership = memberships.get(m);
            int decision = decisions.member(m);
            Grouping grouping = membership.grouping();
            StudentId student = membership.student().id();
            int[] range = grouping.groups().stream()
                    .filter(group -> grouping.allows(student, group.id()))
                    .mapToInt(group -> index.group().indexOf(group.id()))
                    .sorted()
                    .toArray();
            Optional<GroupId> locked = locks.find(student, grouping);
            if (locked.isPresent()) {
                decisions.fix(decision, index.group().indexOf(locked.get()));
            } else if (mayStayWithoutGroup(grouping, student)) {
                decisions.open(decision, range);
            } else {
                settleOrOpen(decision, range);
            }
        }
    }

    /**
     * A student with only one possible group is fixed to it, unless groups may stay empty or the student has explicit
     * choices.
     */
    private static boolean mayStayWithoutGroup(Grouping grouping, StudentId student) {
        return grouping.mayStayEmpty() || grouping.choices().containsKey(student);
    }

    private int[][] seatsOf(int[][] sessionsOf) {
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int k = 0; k < sessionsOf.length; k++) {
            for (int session : sessionsOf[k]) {
                lists.computeIfAbsent(session, fresh -> new ArrayList<>()).add(k);
            }
        }
        return IntStream.range(0, sessions.size())
                .mapToObj(s -> lists.getOrDefault(s, List.of()).stream()
                        .sorted(Comparator.comparingInt(k -> seats.get(k).position()))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    private List<Blueprint.NumberedNeighbourhood> neighbourhoods() {
        IdIndex<SeatId> seatNumbers = new IdIndex<>(seats, Seat::id);
        return demands.stream()
                .flatMap(demand -> demand.neighbourhoods().stream())
                .map(one -> new Blueprint.NumberedNeighbourhood(
                        one.seats().stream()
                                .mapToInt(id -> seatNumbers.indexOf(id))
                                .toArray(),
                        one.guests().stream().mapToInt(this::sessionIndex).toArray()))
                .filter(bundle -> Arrays.stream(bundle.seats()).findAny().isPresent() || bundle.guests().length > 0)
                .toList();
    }
}
