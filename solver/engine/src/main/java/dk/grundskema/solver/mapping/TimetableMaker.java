package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.GuestKind;
import dk.grundskema.solver.model.Sleepers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes decisions down as a timetable: hosts take their guests' title and subject, ids instead of numbers. */
public final class TimetableMaker {
    /** A lesson of one week. */
    private record Taught(LessonId lesson, Interval time) {}

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final LockBook locks;
    private final Sleepers sleepers;
    private final Map<StudentId, List<Taught>> lessons;

    /** A maker for the plans of one blueprint. */
    public TimetableMaker(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.locks = new LockBook(blueprint.problem(), blueprint.demands());
        this.sleepers = new Sleepers(blueprint);
        this.lessons = lessons();
    }

    private TimetableMaker(TimetableMaker same, Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.locks = new LockBook(blueprint.problem(), blueprint.demands());
        this.sleepers = same.sleepers;
        this.lessons = same.lessons;
    }

    /** A maker of the same plans under other locks. */
    public TimetableMaker under(Problem other) {
        return new TimetableMaker(this, blueprint.under(other));
    }

    private Map<StudentId, List<Taught>> lessons() {
        Map<StudentId, List<Taught>> busy = new HashMap<>();
        for (Lesson lesson : blueprint.problem().lessons()) {
            if (lesson.kind() == Lesson.Kind.BUSY) {
                continue; // no decision takes anybody out of it
            }
            for (IsoWeek week : lesson.time().weeks()) {
                var taught = new Taught(
                        lesson.id(),
                        lesson.time()
                                .interval(week, blueprint.problem().horizon().zone()));
                Set<StudentId> students = new LinkedHashSet<>(lesson.studentIds());
                lesson.groupIds().forEach(id -> membersIn(week, id).forEach(students::add));
                students.forEach(id ->
                        busy.computeIfAbsent(id, fresh -> new ArrayList<>()).add(taught));
            }
        }
        return busy;
    }

    private Stream<StudentId> membersIn(IsoWeek week, GroupId id) {
        return blueprint.groups().get(blueprint.index().group().of(id)).members().stream()
                .filter(member -> member.weeks().isEmpty() || member.weeks().contains(week))
                .map(GroupMember::studentId);
    }

    /**
     * The same decisions with interchangeable guests in the order of time: the first of a kind comes first. Costs nothing, and
     * the steps of a thread come in their order. A lock of a host to a subject holds whichever guest of the subject is there.
     */
    public int[] inOrder(int[] values) {
        int[] ordered = values.clone();
        Map<List<Object>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Session session = blueprint.sessions().get(s);
            if (session.isGuest()) {
                kinds.computeIfAbsent(List.of(GuestKind.of(session), session.required()), fresh -> new ArrayList<>())
                        .add(s);
            }
        }
        for (List<Integer> guests : kinds.values()) {
            List<Integer> slots = guests.stream()
                    .map(guest -> values[decisions.slot(guest)])
                    .sorted(Comparator.comparingLong(slot -> start(guests.getFirst(), slot)))
                    .toList();
            for (int i = 0; i < slots.size(); i++) {
                ordered[decisions.slot(guests.get(i))] = slots.get(i);
            }
        }
        return ordered;
    }

    private long start(int guest, int slot) {
        if (slot == Decisions.NONE) {
            return Long.MAX_VALUE;
        }
        return blueprint
                .times()
                .get(guest)
                .get(slot)
                .intervals(blueprint.problem().horizon().zone())
                .getFirst()
                .start();
    }

    /**
     * The timetable of decisions, with what is said of it. What sleeps isn't in it, nor is a group without anybody where groups may stay
     * empty: it is no group that anybody should look for.
     */
    public Timetable make(int[] decided, String problemHash, long seed, Score score, List<RuleResult> rules) {
        int[] values = sleepers.awake(decided);
        Map<GroupId, List<GroupMember>> members = members(values);
        List<Meeting> meetings = meetings(values, members, session -> true);
        return new Timetable(
                Timetable.VERSION,
                problemHash,
                blueprint.problem().horizon().zone(),
                seed,
                score,
                rules,
                groups(members),
                meetings,
                blueprint.demands().stream()
                        .flatMap(demand -> demand.tasks().stream())
                        .toList());
    }

    /**
     * Some of the meetings that {@link #make} would make, in its order.
     *
     * @param which whose meetings are asked for
     */
    public List<Meeting> meetings(int[] decided, Predicate<SessionId> which) {
        int[] values = sleepers.awake(decided);
        return meetings(values, members(values), which);
    }

    /** The groups that {@link #make} would make. */
    public List<GroupMembers> groups(int[] decided) {
        return groups(members(sleepers.awake(decided)));
    }

    private static List<GroupMembers> groups(Map<GroupId, List<GroupMember>> members) {
        return members.entrySet().stream()
                .map(entry -> new GroupMembers(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Meeting> meetings(int[] values, Map<GroupId, List<GroupMember>> members, Predicate<SessionId> which) {
        Map<Integer, Integer> guests = guests(values);
        var meetings = new ArrayList<Meeting>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            int slot = values[decisions.slot(s)];
            boolean isHeld = !blueprint.isGuest(s) && slot != Decisions.NONE && !isIdle(s, values);
            if (isHeld && which.test(blueprint.sessions().get(s).id())) {
                Integer guest = guests.get(s);
                meetings.add(
                        meeting(s, guest == null ? null : blueprint.sessions().get(guest), values, members));
            }
        }
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return meetings;
    }

    /** Whether a session is there to free somebody from a lesson, but nobody does it and nobody fixed anything of it. */
    private boolean isIdle(int session, int[] values) {
        Session one = blueprint.sessions().get(session);
        boolean hasRoom = values[decisions.room(session)] != Decisions.NONE;
        if (one.relief() == null || hasRoom || locks.of(one.id()).isPresent()) {
            return false;
        }
        for (int seat : blueprint.seatsOf()[session]) {
            if (values[decisions.seat(seat)] != Decisions.NONE) {
                return false;
            }
        }
        return true;
    }

    private Map<GroupId, List<GroupMember>> members(int[] values) {
        Map<GroupId, List<GroupMember>> members = new LinkedHashMap<>();
        blueprint.groups().forEach(group -> members.put(group.id(), new ArrayList<>(group.members())));
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                Objects.requireNonNull(members.get(blueprint.groups().get(group).id()))
                        .add(GroupMember.always(
                                blueprint.memberships().get(m).student().id()));
            }
        }
        mayStayEmpty()
                .filter(id -> members.getOrDefault(id, List.of()).isEmpty())
                .forEach(members::remove);
        members.values().forEach(list -> list.sort(Comparator.comparing(GroupMember::studentId)));
        return members;
    }

    private Stream<GroupId> mayStayEmpty() {
        return blueprint.demands().stream()
                .flatMap(demand -> demand.groupings().stream())
                .filter(Grouping::mayStayEmpty)
                .flatMap(grouping -> grouping.groups().stream())
                .map(Group::id);
    }

    private Map<Integer, Integer> guests(int[] values) {
        Map<Integer, Integer> guestOf = new HashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s) && values[decisions.slot(s)] != Decisions.NONE) {
                guestOf.putIfAbsent(blueprint.host(s, values[decisions.slot(s)]), s);
            }
        }
        return guestOf;
    }

    private Meeting meeting(
            int number, @Nullable Session guest, int[] values, Map<GroupId, List<GroupMember>> members) {
        Session session = blueprint.sessions().get(number);
        MeetingTime time = blueprint.times().get(number).get(values[decisions.slot(number)]);
        Optional<Lesson> lesson = LessonMeeting.lesson(blueprint.problem(), session);
        if (lesson.isPresent()) {
            return lessonMeeting(number, lesson.get(), values);
        }
        int room = values[decisions.room(number)];
        return new Meeting(
                session.id(),
                null,
                new TreeSet<>(),
                session.intervention(),
                session.kind(),
                guest == null ? session.form() : guest.form(),
                guest == null ? session.title() : guest.title(),
                guest == null ? session.subject() : guest.subject(),
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                room == Decisions.NONE ? null : blueprint.rooms().get(room).id(),
                List.of(),
                session.groups(),
                session.students(),
                excused(session, time, members),
                session.within(),
                seats(number, values),
                session.workload(),
                lock(session));
    }

    /** A lesson is held as it is, with whoever fills the session's own seats, and in the further room if somebody does. */
    private Meeting lessonMeeting(int number, Lesson lesson, int[] values) {
        Session session = blueprint.sessions().get(number);
        MeetingTime time = blueprint.times().get(number).get(values[decisions.slot(number)]);
        int room = values[decisions.room(number)];
        List<MeetingSeat> own = seats(number, values);
        var further = new ArrayList<>(lesson.extraRoomIds());
        if (room != Decisions.NONE && own.stream().anyMatch(seat -> seat.staffId() != null)) {
            further.add(blueprint.rooms().get(room).id());
        }
        return new Meeting(
                session.id(),
                null,
                new TreeSet<>(),
                session.intervention(),
                session.kind(),
                session.form(),
                session.title(),
                session.subject(),
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                lesson.roomId(),
                further,
                lesson.groupIds(),
                lesson.studentIds(),
                List.of(),
                List.of(),
                Stream.concat(LessonMeeting.teachers(lesson).stream(), own.stream())
                        .toList(),
                session.workload(),
                lock(session));
    }

    private List<MeetingSeat> seats(int number, int[] values) {
        var seats = new ArrayList<MeetingSeat>();
        Session session = blueprint.sessions().get(number);
        for (int k : blueprint.seatsOf()[number]) {
            Seat seat = blueprint.seats().get(k);
            int holder = values[decisions.seat(k)];
            seats.add(new MeetingSeat(
                    seat.role(),
                    holder == Decisions.NONE
                            ? null
                            : blueprint.staff().get(holder).id(),
                    seat.required(),
                    locks.of(session.id(), seat.position()).isPresent()));
        }
        return seats;
    }

    private MeetingLock lock(Session session) {
        return locks.of(session.id())
                .map((SessionLock lock) -> new MeetingLock(lock.time() != null, lock.roomId() != null))
                .orElse(MeetingLock.NONE);
    }

    private List<StudentId> excused(Session session, MeetingTime time, Map<GroupId, List<GroupMember>> members) {
        if (session.excuse() == null || lessons.isEmpty()) {
            return List.of();
        }
        List<Interval> held = time.intervals(blueprint.problem().horizon().zone());
        Set<StudentId> taking = new TreeSet<>(session.students());
        session.groups()
                .forEach(id -> members.getOrDefault(id, List.of()).forEach(member -> taking.add(member.studentId())));
        return taking.stream()
                .filter(id -> lessons.getOrDefault(id, List.of()).stream()
                        .filter(lesson -> !session.inside().contains(lesson.lesson()))
                        .anyMatch(lesson -> held.stream().anyMatch(lesson.time()::overlaps)))
                .toList();
    }
}
