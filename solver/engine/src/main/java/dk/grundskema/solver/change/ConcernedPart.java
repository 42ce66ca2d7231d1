package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of a plan that a change of the availability of staff and rooms concerns: the interventions that may use them, and all that share people,
 * groups or rooms with these, directly or through others. Nothing outside it can be affected, so that the change can be planned without the rest. In a plan
 * of many schools the part is much smaller than the plan.
 */
final class ConcernedPart {
    /** What all interventions share whose work is divided fairly: the share depends on all of them. */
    private static final Object FAIR_SHARES = new Object();

    private final ChangeRequest whole;
    private final boolean isWhole;
    private final ChangeRequest request;
    private final List<Demand> demands;
    private final Set<InterventionId> interventions;
    private final Set<GroupId> otherFormed = new HashSet<>();

    private ConcernedPart(ChangeRequest whole, List<Demand> all, boolean[] isConcerned, Set<Object> things) {
        this.whole = whole;
        List<Intervention<?>> asked = whole.before().interventions();
        Set<SessionId> otherSessions = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!isConcerned[i]) {
                all.get(i).sessions().forEach(one -> otherSessions.add(one.id()));
                formedGroups(all.get(i)).forEach(one -> otherFormed.add(one.id()));
            }
        }
        this.interventions = IntStream.range(0, all.size())
                .filter(i -> isConcerned[i])
                .mapToObj(i -> asked.get(i).id())
                .collect(Collectors.toSet());
        this.isWhole = interventions.size() == all.size();
        this.demands = IntStream.range(0, all.size())
                .filter(i -> isConcerned[i])
                .mapToObj(all::get)
                .toList();
        this.request = isWhole
                ? whole
                : new ChangeRequest(
                        restrict(whole.before(), things, otherSessions),
                        restrict(whole.after(), things, otherSessions),
                        restrict(whole.timetable()),
                        whole.now());
    }

    /**
     * Finds the part that a change concerns.
     *
     * @param request       a change of nothing but the availability of staff and rooms, and locks
     * @param demands       demands of the problem before the change, in the order of its interventions
     * @param interruptions interruptions of the problem: interventions that have some concern all others
     */
    static ConcernedPart of(ChangeRequest request, List<Demand> demands, Interruptions interruptions) {
        Problem problem = request.before();
        List<Set<Object>> asked = thingsOfInterventions(problem, demands, request.timetable());
        List<Set<Object>> given = givenTogether(problem);
        Set<Object> things = changedThings(request);
        var isConcerned = new boolean[asked.size()];
        for (int i = 0; i < asked.size(); i++) {
            isConcerned[i] = !interruptions.of(problem.interventions().get(i)).isEmpty();
            if (isConcerned[i]) {
                things.addAll(asked.get(i));
            }
        }
        int known = -1;
        while (known < things.size()) {
            known = things.size();
            for (int i = 0; i < asked.size(); i++) {
                isConcerned[i] |= addAllIfShared(asked.get(i), things);
            }
            given.forEach(some -> addAllIfShared(some, things));
        }
        return new ConcernedPart(request, demands, isConcerned, things);
    }

    /** Returns the part that is the whole plan. */
    static ConcernedPart whole(ChangeRequest request, List<Demand> demands) {
        var all = new boolean[demands.size()];
        Arrays.fill(all, true);
        return new ConcernedPart(request, demands, all, Set.of());
    }

    private static boolean addAllIfShared(Collection<Object> some, Set<Object> things) {
        boolean isShared = some.stream().anyMatch(things::contains);
        if (isShared) {
            things.addAll(some);
        }
        return isShared;
    }

    /** Returns the staff and rooms whose availability changes, and the sessions and groups of locks that change. */
    private static Set<Object> changedThings(ChangeRequest request) {
        Problem before = request.before();
        Problem after = request.after();
        Set<Object> changed = new HashSet<>();
        changed.addAll(differing(before.staff(), after.staff(), StaffMember::id));
        changed.addAll(differing(before.rooms(), after.rooms(), Room::id));
        changed.addAll(differing(before.locks(), after.locks(), SessionLock::sessionId));
        changed.addAll(differing(before.memberLocks(), after.memberLocks(), MemberLock::studentId));
        return changed;
    }

    private static <T> Set<Object> differing(List<T> before, List<T> after, Function<T, Object> id) {
        Set<T> earlier = new HashSet<>(before);
        Set<T> later = new HashSet<>(after);
        return Stream.concat(
                        before.stream().filter(one -> !later.contains(one)),
                        after.stream().filter(one -> !earlier.contains(one)))
                .map(id)
                .collect(Collectors.toSet());
    }

    /** Returns everything that each intervention asks for or has in the plan in use, in the order of the interventions. */
    private static List<Set<Object>> thingsOfInterventions(Problem problem, List<Demand> demands, Timetable timetable) {
        Map<InterventionId, Set<Object>> all = new HashMap<>();
        var inOrder = new ArrayList<Set<Object>>();
        for (int i = 0; i < demands.size(); i++) {
            Set<Object> things = thingsOf(demands.get(i));
            all.put(problem.interventions().get(i).id(), things);
            inOrder.add(things);
        }
        for (Meeting meeting : timetable.meetings()) {
            Set<Object> things = all.getOrDefault(meeting.interventionId(), new HashSet<>());
            meeting.seats().stream()
                    .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                    .forEach(things::add);
            things.addAll(meeting.groupIds());
            things.addAll(meeting.studentIds());
            things.addAll(meeting.extraRoomIds());
            if (meeting.roomId() != null) {
                things.add(meeting.roomId());
            }
        }
        return inOrder;
    }

    private static Set<Object> thingsOf(Demand demand) {
        Set<Object> things = new HashSet<>(demand.work().keySet());
        Map<SessionId, Session> sessions = new HashMap<>();
        for (Session session : demand.sessions()) {
            sessions.put(session.id(), session);
            things.add(session.id());
            things.addAll(session.rooms());
            things.addAll(session.groups());
            things.addAll(session.students());
            things.addAll(session.inside());
            if (session.lesson() != null) {
                things.add(session.lesson());
            }
            if (session.relief() != null) {
                things.add(session.relief().staff());
                things.add(session.relief().lesson());
            }
        }
        for (Seat seat : demand.seats()) {
            things.addAll(seat.candidates());
            boolean isChoice = seat.required() && seat.candidates().size() > 1;
            if (isChoice && seat.sessions().stream().map(sessions::get).anyMatch(ConcernedPart::isShared)) {
                things.add(FAIR_SHARES);
            }
        }
        formedGroups(demand).forEach(one -> things.add(one.id()));
        demand.groupings().forEach(one -> things.addAll(one.students()));
        demand.tasks().forEach(task -> {
            things.addAll(task.studentIds());
            if (task.staffId() != null) {
                things.add(task.staffId());
            }
        });
        return things;
    }

    /** Whether the work of a session is divided fairly among its candidates. */
    private static boolean isShared(Session session) {
        return session.work() && session.lesson() == null && session.awakeWith() == null;
    }

    private static Stream<Group> formedGroups(Demand demand) {
        return demand.groupings().stream().flatMap(one -> one.groups().stream());
    }

    /** Returns what belongs together whatever is planned: a lesson and who is in it, a class and its students, students who must not meet. */
    private static List<Set<Object>> givenTogether(Problem problem) {
        var all = new ArrayList<Set<Object>>();
        problem.lessons().forEach(lesson -> all.add(thingsOf(lesson)));
        for (Group group : problem.groups()) {
            Set<Object> things = new HashSet<>(List.of(group.id()));
            group.members().stream().map(GroupMember::studentId).forEach(things::add);
            all.add(things);
        }
        for (Student student : problem.students()) {
            Set<Object> things = new HashSet<>(student.neverWith());
            things.addAll(student.wishedWith());
            if (!things.isEmpty()) {
                things.add(student.id());
                all.add(things);
            }
        }
        return all;
    }

    private static Set<Object> thingsOf(Lesson lesson) {
        Set<Object> things = new HashSet<>(lesson.staffIds());
        things.add(lesson.id());
        things.addAll(lesson.groupIds());
        things.addAll(lesson.studentIds());
        things.addAll(lesson.extraRoomIds());
        if (lesson.roomId() != null) {
            things.add(lesson.roomId());
        }
        return things;
    }

    /** Leaves out the other interventions and what is about them; people and rooms stay, since parameters may name them. */
    private Problem restrict(Problem problem, Set<Object> things, Set<SessionId> otherSessions) {
        return problem.withInterventions(problem.interventions().stream()
                        .filter(one -> interventions.contains(one.id()))
                        .<Intervention<?>>map(one -> one)
                        .toList())
                .withLessons(problem.lessons().stream()
                        .filter(one -> things.contains(one.id()))
                        .toList())
                .withLocks(
                        problem.locks().stream()
                                .filter(one -> !otherSessions.contains(one.sessionId()))
                                .toList(),
                        problem.memberLocks().stream()
                                .filter(one -> !otherFormed.contains(one.groupId()))
                                .toList());
    }

    /** Returns the change of the part. */
    ChangeRequest request() {
        return request;
    }

    /** Returns the demands of the part before the change. */
    List<Demand> demands() {
        return demands;
    }

    /** Returns the part of a timetable of the whole plan. */
    Timetable restrict(Timetable timetable) {
        return isWhole ? timetable : select(timetable, true);
    }

    /** Returns the timetable of the whole plan with this part of it changed. Its score and rules are those of the part. */
    Timetable join(Timetable changed) {
        if (isWhole) {
            return changed;
        }
        Timetable others = select(whole.timetable(), false);
        return new Timetable(
                changed.version(),
                changed.problem(),
                changed.zone(),
                changed.seed(),
                changed.score(),
                changed.rules(),
                concat(changed.groups(), others.groups()),
                concat(changed.meetings(), others.meetings()).stream()
                        .sorted(Comparator.comparing((Meeting one) -> one.time().firstDate())
                                .thenComparing(Meeting::start)
                                .thenComparing(Meeting::sessionId))
                        .toList(),
                concat(changed.tasks(), others.tasks()),
                concat(changed.deliveries(), others.deliveries()));
    }

    private Timetable select(Timetable all, boolean isInside) {
        List<Meeting> meetings = all.meetings().stream()
                .filter(one -> interventions.contains(one.interventionId()) == isInside)
                .toList();
        Set<SessionId> held = meetings.stream().map(Meeting::sessionId).collect(Collectors.toSet());
        return new Timetable(
                all.version(),
                all.problem(),
                all.zone(),
                all.seed(),
                all.score(),
                all.rules(),
                all.groups().stream()
                        .filter(one -> otherFormed.contains(one.id()) != isInside)
                        .toList(),
                meetings,
                all.tasks().stream()
                        .filter(one -> interventions.contains(one.interventionId()) == isInside)
                        .toList(),
                all.deliveries().stream()
                        .filter(one -> held.contains(one.sessionId()))
                        .toList());
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
