package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks whether there are enough rooms at each moment, and a sufficiently large room for each session. */
final class RoomPrecheck {
    private record RoomUse(Interval interval, LocalDate date, List<Room> rooms) {}

    private record MomentShortage(LocalTime start, LocalTime end, int wanted, long given, List<RoomId> closed) {}

    private record CapacityShortage(int students, int places) {}

    private final Problem problem;
    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final Map<RoomId, List<Interval>> busy = new HashMap<>();
    private final Map<RoomId, List<Interval>> closed = new HashMap<>();
    private final Map<GroupId, Integer> sizes = new HashMap<>();
    private final Map<SessionId, SessionLock> locks = new HashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Set<SessionId> inside = new HashSet<>();
    private final List<Grouping> groupings = new ArrayList<>();

    RoomPrecheck(Problem problem, List<Demand> demands) {
        this.problem = problem;
        problem.rooms().forEach(room -> {
            rooms.put(room.id(), room);
            List<Interval> unavailable = room.availability().unavailableIntervals(problem.horizon());
            closed.put(room.id(), unavailable);
            busy.put(room.id(), new ArrayList<>(unavailable));
        });
        for (Lesson lesson : problem.lessons()) {
            List<Interval> taught = lesson.time().intervals(problem.horizon().zone());
            lesson.rooms()
                    .forEach(room -> busy.getOrDefault(room, new ArrayList<>()).addAll(taught));
        }
        problem.locks().forEach(lock -> locks.put(lock.sessionId(), lock));
        GroupPrecheck.addSmallestSizes(problem, demands, sizes);
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> inside.addAll(session.within()));
            sessions.addAll(demand.sessions());
            groupings.addAll(demand.groupings());
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var tooSmall = new LinkedHashMap<CapacityShortage, List<SessionId>>();
        var uses = new ArrayList<RoomUse>();
        for (Session session : sessions) {
            if (session.required()
                    && session.lesson() == null
                    && session.awakeWith() == null
                    && !session.rooms().isEmpty()) {
                addUse(session, uses, tooSmall);
            }
        }
        tooSmall.forEach((size, which) -> findings.add(Finding.warning(
                "precheck.room-too-small", "/rooms", which.getFirst(), which.size(), size.students(), size.places())));
        findShortMoments(uses, findings);
        return findings;
    }

    private void addUse(Session session, List<RoomUse> uses, Map<CapacityShortage, List<SessionId>> tooSmall) {
        List<Room> possible = session.rooms().stream()
                .distinct()
                .filter(rooms::containsKey)
                .filter(room -> isAllowed(session, room))
                .map(rooms::get)
                .toList();
        int students = studentCount(session);
        List<Room> fitting =
                possible.stream().filter(room -> room.capacity() >= students).toList();
        if (fitting.isEmpty()) {
            int places = possible.stream().mapToInt(Room::capacity).max().orElse(0);
            tooSmall.computeIfAbsent(new CapacityShortage(students, places), any -> new ArrayList<>())
                    .add(session.id());
            return;
        }
        MeetingTime time = fixedTime(session);
        boolean apart = !session.within().isEmpty() || inside.contains(session.id());
        if (time != null && !apart) {
            for (IsoWeek week : time.weeks()) {
                uses.add(new RoomUse(time.interval(week, problem.horizon().zone()), time.date(week), fitting));
            }
        }
    }

    private boolean isAllowed(Session session, RoomId room) {
        SessionLock lock = locks.get(session.id());
        return lock == null || lock.roomId() == null || lock.roomId().equals(room);
    }

    private @Nullable MeetingTime fixedTime(Session session) {
        SessionLock lock = locks.get(session.id());
        MeetingTime locked = lock == null ? null : lock.time();
        if (locked != null) {
            return locked;
        }
        return session.isFixedInTime() ? session.times().getFirst() : null;
    }

    /** Returns the minimum number of participants if every student has a group. Students may be in groups of several groupings. */
    private int studentCount(Session session) {
        var named = new HashSet<StudentId>(session.students());
        for (GroupId group : session.groups()) {
            problem.group(group).ifPresent(known -> known.members().forEach(member -> named.add(member.studentId())));
        }
        int formed = groupings.stream()
                .mapToInt(grouping -> studentCount(grouping, session.groups()))
                .max()
                .orElse(0);
        return Math.max(formed, named.size()) + session.attendance();
    }

    /** Returns the minimum number of students in some groups: their smallest sizes, or those that do not fit into the other groups if these are more. */
    private int studentCount(Grouping grouping, Collection<GroupId> some) {
        int students = grouping.students().size();
        int smallest = 0;
        int placesHere = 0;
        int placesElsewhere = 0;
        for (Group group : grouping.groups()) {
            students += group.members().size();
            if (some.contains(group.id())) {
                smallest += sizes.getOrDefault(group.id(), 0);
                placesHere += Math.max(grouping.largest(), group.members().size());
            } else {
                placesElsewhere += grouping.largest();
            }
        }
        return grouping.mayStayEmpty()
                ? smallest
                : Math.max(smallest, Math.min(students - placesElsewhere, placesHere));
    }

    private void findShortMoments(List<RoomUse> uses, List<Finding> findings) {
        var alike = new LinkedHashMap<MomentShortage, List<LocalDate>>();
        var seen = new TreeSet<Interval>();
        for (RoomUse use : uses) {
            if (seen.add(use.interval())) {
                long minute = use.interval().start();
                List<RoomUse> atOnce = uses.stream()
                        .filter(other -> other.interval().start() <= minute
                                && minute < other.interval().end())
                        .toList();
                long given = maximumMatched(atOnce);
                if (given < atOnce.size()) {
                    var zone = problem.horizon().zone();
                    var moment = new MomentShortage(
                            Interval.toLocalDateTime(minute, zone).toLocalTime(),
                            Interval.toLocalDateTime(use.interval().end(), zone).toLocalTime(),
                            atOnce.size(),
                            given,
                            closedRooms(atOnce));
                    alike.computeIfAbsent(moment, any -> new ArrayList<>()).add(use.date());
                }
            }
        }
        alike.forEach((moment, dates) -> findings.add(Finding.warning(
                "precheck.rooms-short",
                "/rooms",
                moment.start(),
                moment.end(),
                dates,
                moment.wanted(),
                moment.given(),
                moment.wanted() - moment.given(),
                moment.closed().size(),
                moment.closed())));
    }

    /** Returns the rooms that would fit some uses, but are unavailable during one of them. */
    private List<RoomId> closedRooms(List<RoomUse> uses) {
        return uses.stream()
                .flatMap(use -> use.rooms().stream()
                        .filter(room -> closed.getOrDefault(room.id(), List.of()).stream()
                                .anyMatch(use.interval()::overlaps)))
                .map(Room::id)
                .distinct()
                .toList();
    }

    private long maximumMatched(List<RoomUse> atOnce) {
        var network = new FlowNetwork();
        var sources = new HashMap<RoomId, Integer>();
        for (RoomUse use : atOnce) {
            int node = network.addNode();
            network.addEdge(node, FlowNetwork.SINK, 1);
            for (Room room : use.rooms()) {
                if (busy.getOrDefault(room.id(), List.of()).stream().noneMatch(use.interval()::overlaps)) {
                    int source = sources.computeIfAbsent(room.id(), any -> network.addNodeAfter(FlowNetwork.SOURCE, 1));
                    network.addEdge(source, node, 1);
                }
            }
        }
        return network.maximumFlow();
    }
}
