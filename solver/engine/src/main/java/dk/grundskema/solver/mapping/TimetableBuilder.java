package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.InterchangeableGuests;
import dk.grundskema.solver.model.SleepingSessionIndex;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts decisions to a timetable: indices to ids, and the titles and subjects of guests to their hosts' meetings.
 */
public final class TimetableBuilder {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final LockIndex locks;
    private final SleepingSessionIndex sleepers;
    private final ExcusedStudents excused;
    /** Weeks in which students who are away for whole weeks can be in groups, none if they are away in all; others are in their group in all weeks. */
    private final Map<StudentId, SortedSet<IsoWeek>> present;

    /** Creates a builder for the plans of one blueprint. */
    public TimetableBuilder(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.locks = new LockIndex(blueprint.problem(), blueprint.demands());
        this.sleepers = new SleepingSessionIndex(blueprint);
        this.excused = new ExcusedStudents(blueprint.problem());
        this.present = weeksPresent(blueprint.problem());
    }

    private TimetableBuilder(TimetableBuilder same, Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.locks = new LockIndex(blueprint.problem(), blueprint.demands());
        this.sleepers = same.sleepers;
        this.excused = same.excused;
        this.present = same.present;
    }

    /** Returns a builder for the same plans with other locks. */
    public TimetableBuilder withLocksOf(Problem other) {
        return new TimetableBuilder(this, blueprint.withProblem(other));
    }

    /**
     * Returns the decisions with interchangeable guests in chronological order, so that the steps of a sequence are in
     * order. Does not change the score. A subject lock of a host applies to any guest of that subject.
     */
    public int[] orderInterchangeableGuests(int[] values) {
        int[] ordered = values.clone();
        Map<List<Object>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Session session = blueprint.sessions().get(s);
            if (session.isGuest()) {
                kinds.computeIfAbsent(
                                List.of(InterchangeableGuests.of(session), session.required()),
                                fresh -> new ArrayList<>())
                        .add(s);
            }
        }
        for (List<Integer> guests : kinds.values()) {
            List<Integer> slots = guests.stream()
                    .map(guest -> values[decisions.slot(guest)])
                    .sorted(Comparator.comparingLong(slot -> startMinute(guests.getFirst(), slot)))
                    .toList();
            for (int i = 0; i < slots.size(); i++) {
                ordered[decisions.slot(guests.get(i))] = slots.get(i);
            }
        }
        return ordered;
    }

    private long startMinute(int guest, int slot) {
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
     * Returns the timetable of the decisions, with its score and rule results. Leaves out sleeping sessions, and empty
     * groups of groupings whose groups may stay empty.
     */
    public Timetable build(int[] decided, String problemHash, long seed, Score score, List<RuleResult> rules) {
        int[] values = sleepers.withoutSleeping(decided);
        Map<GroupId, List<GroupMember>> members = membersByGroup(values);
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
     * Returns some of the meetings of {@link #build}, in its order.
     *
     * @param which the sessions whose meetings are returned
     */
    public List<Meeting> meetings(int[] decided, Predicate<SessionId> which) {
        int[] values = sleepers.withoutSleeping(decided);
        return meetings(values, membersByGroup(values), which);
    }

    /** Returns the groups of {@link #build}. */
    public List<GroupMembers> groups(int[] decided) {
        return groups(membersByGroup(sleepers.withoutSleeping(decided)));
    }

    private static List<GroupMembers> groups(Map<GroupId, List<GroupMember>> members) {
        return members.entrySet().stream()
                .map(entry -> new GroupMembers(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Meeting> meetings(int[] values, Map<GroupId, List<GroupMember>> members, Predicate<SessionId> which) {
        Map<Integer, Integer> guests = guestByHost(values);
        var meetings = new ArrayList<Meeting>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            int slot = values[decisions.slot(s)];
            boolean isHeld = !blueprint.isGuest(s) && slot != Decisions.NONE && !isIdleRelief(s, values);
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

    /** Whether a session exists to free a staff member from a lesson but has no holder, room or lock. */
    private boolean isIdleRelief(int session, int[] values) {
        Session one = blueprint.sessions().get(session);
        boolean hasRoom = values[decisions.room(session)] != Decisions.NONE;
        if (one.relief() == null || hasRoom || locks.find(one.id()).isPresent()) {
            return false;
        }
        for (int seat : blueprint.seatsOf()[session]) {
            if (values[decisions.seat(seat)] != Decisions.NONE) {
                return false;
            }
        }
        return true;
    }

    private Map<GroupId, List<GroupMember>> membersByGroup(int[] values) {
        Map<GroupId, List<GroupMember>> members = new LinkedHashMap<>();
        blueprint.groups().forEach(group -> members.put(group.id(), new ArrayList<>(group.members())));
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                List<GroupMember> all = Objects.requireNonNull(
                        members.get(blueprint.groups().get(group).id()));
                member(blueprint.memberships().get(m).student().id()).ifPresent(all::add);
            }
        }
        groupsThatMayStayEmpty()
                .filter(id -> members.getOrDefault(id, List.of()).isEmpty())
                .forEach(members::remove);
        members.values().forEach(list -> list.sort(Comparator.comparing(GroupMember::studentId)));
        return members;
    }

    /** Returns a membership of the weeks in which the student can be in a group; empty if there are none. */
    private Optional<GroupMember> member(StudentId student) {
        SortedSet<IsoWeek> weeks = present.get(student);
        if (weeks == null) {
            return Optional.of(GroupMember.always(student));
        }
        return weeks.isEmpty() ? Optional.empty() : Optional.of(new GroupMember(student, weeks));
    }

    private static Map<StudentId, SortedSet<IsoWeek>> weeksPresent(Problem problem) {
        Map<StudentId, SortedSet<IsoWeek>> weeks = new HashMap<>();
        for (Student student : problem.students()) {
            if (!student.availability().weeksAway(problem.horizon()).isEmpty()) {
                weeks.put(student.id(), problem.weeksPresent(student.id()));
            }
        }
        return weeks;
    }

    private Stream<GroupId> groupsThatMayStayEmpty() {
        return blueprint.demands().stream()
                .flatMap(demand -> demand.groupings().stream())
                .filter(Grouping::mayStayEmpty)
                .flatMap(grouping -> grouping.groups().stream())
                .map(Group::id);
    }

    private Map<Integer, Integer> guestByHost(int[] values) {
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
        Optional<Lesson> lesson = LessonMeetingReader.findLesson(blueprint.problem(), session);
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
                excusedStudents(session, time, members),
                session.within(),
                seats(number, values),
                session.workload(),
                locks.meetingLock(session.id()));
    }

    /**
     * Creates the meeting of a lesson, with the holders of the session's own seats, and the additional room if at least
     * one is filled.
     */
    private Meeting lessonMeeting(int number, Lesson lesson, int[] values) {
        Session session = blueprint.sessions().get(number);
        MeetingTime time = blueprint.times().get(number).get(values[decisions.slot(number)]);
        int room = values[decisions.room(number)];
        List<MeetingSeat> own = seats(number, values);
        boolean isFilled = own.stream().anyMatch(seat -> seat.staffId() != null);
        return LessonMeetingReader.meeting(
                session,
                lesson,
                time,
                own,
                room != Decisions.NONE && isFilled
                        ? List.of(blueprint.rooms().get(room).id())
                        : List.of(),
                locks.meetingLock(session.id()));
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
                    locks.find(session.id(), seat.position()).isPresent()));
        }
        return seats;
    }

    private List<StudentId> excusedStudents(
            Session session, MeetingTime time, Map<GroupId, List<GroupMember>> members) {
        Set<StudentId> taking = new LinkedHashSet<>(session.students());
        session.groups()
                .forEach(id -> members.getOrDefault(id, List.of()).forEach(member -> taking.add(member.studentId())));
        return excused.of(session, time, taking);
    }
}
