package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
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
import dk.grundskema.solver.model.Numbers;
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

/** Makes the blueprint of a problem: numbers for ids, ranges that hold only what is possible, locks honoured. */
public final class BlueprintMaker {
    private final Problem problem;
    private final List<Demand> demands;
    private final LockBook locks;
    private final List<Session> sessions;
    private final List<Seat> seats;
    private final List<Group> groups;
    private final List<Membership> memberships;
    private final Blueprint.Index index;
    private final List<List<MeetingTime>> times = new ArrayList<>();
    private final int[][] hosts;
    private final Decisions decisions;
    private final BusyTimes busy;

    private BlueprintMaker(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.demands = demands;
        this.locks = new LockBook(problem, demands);
        this.sessions =
                demands.stream().flatMap(demand -> demand.sessions().stream()).toList();
        this.seats = new ArrayList<>(
                demands.stream().flatMap(demand -> demand.seats().stream()).toList());
        seats.addAll(locks.extraSeats());
        this.groups = groups();
        this.memberships = memberships();
        this.index = new Blueprint.Index(
                new Numbers<>(sessions, Session::id),
                new Numbers<>(problem.staff(), StaffMember::id),
                new Numbers<>(problem.rooms(), Room::id),
                new Numbers<>(problem.students(), Student::id),
                new Numbers<>(groups, Group::id));
        this.hosts = new int[sessions.size()][0];
        this.decisions = new Decisions(sessions.size(), seats.size(), memberships.size());
        this.busy = new BusyTimes(problem, sessions);
    }

    /**
     * Makes the blueprint.
     *
     * @throws IllegalArgumentException if two interventions' demands contradict each other, such as by a common id
     */
    public static Blueprint make(Problem problem, List<Demand> demands) {
        return new BlueprintMaker(problem, demands).make();
    }

    /** What is wrong with the problem's locks: those on nothing, with pointers into the problem. */
    public static List<Finding> lockFindings(Problem problem, List<Demand> demands) {
        return new LockBook(problem, demands).findings();
    }

    private Blueprint make() {
        sessions.forEach(this::isAsTheLesson);
        sessions.forEach(this::canWake);
        times();
        hostTimes();
        rooms();
        int[][] sessionsOf = seats.stream()
                .map(seat -> seat.sessions().stream().mapToInt(this::number).toArray())
                .toArray(int[][]::new);
        people(sessionsOf);
        members();
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
                new SpotMaker(problem).make(sessions, times),
                neighbourhoods());
    }

    private void isAsTheLesson(Session session) {
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
                    "The session (%s) is held (%s), the lesson (%s) that it is (%s).\nMaybe take the lesson's time, in some of its weeks?"
                            .formatted(session.id(), time, lesson.id(), whole));
        }
    }

    /** A session that sleeps for ever, or that others would have to sleep with, is a mistake of whoever asks for it. */
    private void canWake(Session session) {
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
                    "The session (%s) is awake with the group (%s), which nobody forms.\nMaybe its grouping was forgotten?"
                            .formatted(session.id(), group));
        }
        boolean isHost = sessions.stream().anyMatch(one -> one.hosts().contains(session.id()));
        if (session.isGuest() || isHost) {
            throw new IllegalArgumentException(
                    "The session (%s) is a guest or a host and awake with the group (%s); neither may sleep.\nMaybe give it times of its own?"
                            .formatted(session.id(), group));
        }
    }

    private int number(SessionId id) {
        return index.session().of(id);
    }

    private List<Group> groups() {
        Map<Object, Group> all = new LinkedHashMap<>();
        problem.groups().forEach(group -> all.put(group.id(), group));
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                grouping.groups().forEach(group -> all.put(group.id(), group));
            }
        }
        return List.copyOf(all.values());
    }

    private List<Membership> memberships() {
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

    private void times() {
        for (int s = 0; s < sessions.size(); s++) {
            Session session = sessions.get(s);
            MeetingTime locked = locks.of(session.id()).map(SessionLock::time).orElse(null);
            List<MeetingTime> choices = locked == null ? session.times() : List.of(locked);
            times.add(choices);
            if (!session.isGuest()) {
                settleOrOpen(
                        decisions.slot(s), IntStream.range(0, choices.size()).toArray());
            }
        }
    }

    private void hostTimes() {
        for (int s = 0; s < sessions.size(); s++) {
            Session guest = sessions.get(s);
            if (!guest.isGuest()) {
                continue;
            }
            bringsNothing(guest);
            hosts[s] = guest.hosts().stream().mapToInt(this::number).toArray();
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

    private void bringsNothing(Session guest) {
        List<SeatId> own = seats.stream()
                .filter(seat -> seat.sessions().contains(guest.id()))
                .map(Seat::id)
                .toList();
        if (!own.isEmpty() || !guest.rooms().isEmpty()) {
            throw new IllegalArgumentException(
                    "The guest (%s) has the seats (%s) and the rooms (%s); it takes those of its host.\nMaybe give them to its hosts?"
                            .formatted(guest.id(), own, guest.rooms()));
        }
    }

    private void settleOrOpen(int decision, int[] range) {
        if (range.length == 1) {
            decisions.fix(decision, range[0]);
        } else if (range.length > 1) {
            decisions.open(decision, range);
        }
    }

    /** Even a session's only room stays open: where two want one room at a time, one of them goes without. */
    private void rooms() {
        for (int s = 0; s < sessions.size(); s++) {
            Session session = sessions.get(s);
            RoomId locked = locks.of(session.id()).map(SessionLock::roomId).orElse(null);
            List<RoomId> choices = locked == null ? session.rooms() : List.of(locked);
            int[] range = choices.stream()
                    .mapToInt(id -> index.room().of(id))
                    .sorted()
                    .toArray();
            if (locked != null) {
                decisions.fix(decisions.room(s), range[0]);
            } else if (range.length > 0) {
                decisions.open(decisions.room(s), range);
            }
        }
    }

    private void people(int[][] sessionsOf) {
        for (int k = 0; k < seats.size(); k++) {
            Seat seat = seats.get(k);
            Optional<SeatLock> lock = seat.sessions().stream()
                    .flatMap(id -> locks.of(id, seat.position()).stream())
                    .findFirst();
            if (lock.isPresent()) {
                StaffId who = lock.get().staffId();
                decisions.fix(
                        decisions.seat(k),
                        who == null ? Decisions.NONE : index.staff().of(who));
                continue;
            }
            List<Interval> meetings = fixedMeetings(sessionsOf[k]);
            int[] range = seat.candidates().stream()
                    .filter(who -> meetings.stream().noneMatch(meeting -> busy.isBusy(who, meeting)))
                    .mapToInt(who -> index.staff().of(who))
                    .sorted()
                    .toArray();
            if (range.length > 0) {
                decisions.open(decisions.seat(k), range);
            }
        }
    }

    /** When sessions are held whose time is no longer open. */
    private List<Interval> fixedMeetings(int[] ofSessions) {
        return Arrays.stream(ofSessions)
                .mapToObj(times::get)
                .filter(choices -> choices.size() == 1)
                .flatMap(choices ->
                        choices.getFirst().intervals(problem.horizon().zone()).stream())
                .toList();
    }

    private void members() {
        for (int m = 0; m < memberships.size(); m++) {
            Membership membership = memberships.get(m);
            int decision = decisions.member(m);
            Grouping grouping = membership.grouping();
            StudentId student = membership.student().id();
            int[] range = grouping.groups().stream()
                    .filter(group -> grouping.allows(student, group.id()))
                    .mapToInt(group -> index.group().of(group.id()))
                    .sorted()
                    .toArray();
            Optional<GroupId> locked = locks.of(student, grouping);
            if (locked.isPresent()) {
                decisions.fix(decision, index.group().of(locked.get()));
            } else if (mayDoWithout(grouping, student) && range.length > 0) {
                decisions.open(decision, range);
            } else {
                settleOrOpen(decision, range);
            }
        }
    }

    /** Where there is only one group for all, all are in it; where places are few, a student with one choice may go without. */
    private static boolean mayDoWithout(Grouping grouping, StudentId student) {
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

    private List<Blueprint.Bundle> neighbourhoods() {
        Numbers<SeatId> seatNumbers = new Numbers<>(seats, Seat::id);
        return demands.stream()
                .flatMap(demand -> demand.neighbourhoods().stream())
                .map(one -> new Blueprint.Bundle(
                        one.seats().stream().mapToInt(id -> seatNumbers.of(id)).toArray(),
                        one.guests().stream().mapToInt(this::number).toArray()))
                .filter(bundle -> Arrays.stream(bundle.seats()).findAny().isPresent() || bundle.guests().length > 0)
                .toList();
    }
}
