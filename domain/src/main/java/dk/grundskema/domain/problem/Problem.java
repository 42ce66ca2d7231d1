package dk.grundskema.domain.problem;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is planned together.
 *
 * @param version       version of the format, {@link #VERSION}
 * @param title         what people call it
 * @param language      language of texts that the product writes into the timetable
 * @param horizon       the weeks that are planned
 * @param sites         places, at least one; the first is meant where none is named
 * @param travel        ways between sites; a way that is not named takes no time
 * @param rooms         rooms of all sites
 * @param schools       schools that students come from
 * @param staff         who works
 * @param students      who learns
 * @param groups        classes and given teams
 * @param lessons       the existing timetable and other busy times
 * @param work          working-time rules, unless an intervention or a person has others
 * @param support       limits on the support that a student gets
 * @param interventions requested interventions; empty means none yet, as after the import of a timetable
 * @param locks         what the planner fixed about sessions
 * @param memberLocks   what the planner fixed about groups
 * @param weights       weight of a soft rule by its id, 0 to 1,000,000; rules that are not named keep their default
 * @param acceptedShortfalls shortfalls of the finished plan that the planner accepts; the search does not read them
 */
public record Problem(
        int version,
        String title,
        @Default("\"DA\"") Language language,
        Horizon horizon,
        List<Site> sites,
        List<Travel> travel,
        List<Room> rooms,
        List<School> schools,
        List<StaffMember> staff,
        List<Student> students,
        List<Group> groups,
        List<Lesson> lessons,
        @Default("{}") WorkRules work,
        @Default("{}") SupportLimits support,
        List<Intervention<?>> interventions,
        List<SessionLock> locks,
        List<MemberLock> memberLocks,
        SortedMap<String, Long> weights,
        List<AcceptedShortfall> acceptedShortfalls) {
    /** The version of the format that this product reads and writes. */
    public static final int VERSION = 1;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if components contradict each other; it carries all findings */
    public Problem {
        sites = List.copyOf(sites);
        travel = IndexedList.copyOf(travel, way -> List.of(way.from(), way.to()));
        rooms = IndexedList.copyOf(rooms, Room::id);
        schools = List.copyOf(schools);
        staff = IndexedList.copyOf(staff, StaffMember::id);
        students = IndexedList.copyOf(students, Student::id);
        groups = IndexedList.copyOf(groups, Group::id);
        lessons = IndexedList.copyOf(lessons, Lesson::id);
        interventions = List.copyOf(interventions);
        locks = List.copyOf(locks);
        memberLocks = List.copyOf(memberLocks);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        acceptedShortfalls = List.copyOf(acceptedShortfalls);
        new ProblemValidator(
                        version,
                        title,
                        horizon,
                        sites,
                        travel,
                        rooms,
                        schools,
                        staff,
                        students,
                        groups,
                        lessons,
                        interventions,
                        locks,
                        memberLocks,
                        weights,
                        acceptedShortfalls)
                .check();
    }

    /** Creates a problem with the default support limits and without accepted shortfalls. */
    public Problem(
            int version,
            String title,
            Language language,
            Horizon horizon,
            List<Site> sites,
            List<Travel> travel,
            List<Room> rooms,
            List<School> schools,
            List<StaffMember> staff,
            List<Student> students,
            List<Group> groups,
            List<Lesson> lessons,
            WorkRules work,
            List<Intervention<?>> interventions,
            List<SessionLock> locks,
            List<MemberLock> memberLocks,
            SortedMap<String, Long> weights) {
        this(
                version,
                title,
                language,
                horizon,
                sites,
                travel,
                rooms,
                schools,
                staff,
                students,
                groups,
                lessons,
                work,
                SupportLimits.defaults(),
                interventions,
                locks,
                memberLocks,
                weights,
                List.of());
    }

    /**
     * Returns the same problem with other locks.
     *
     * @param otherLocks       locks of sessions
     * @param otherMemberLocks locks of group members
     * @throws dk.grundskema.domain.finding.InvalidValueException if a lock refers to something that is not in the problem
     */
    public Problem withLocks(List<SessionLock> otherLocks, List<MemberLock> otherMemberLocks) {
        return copy(copy -> {
            copy.locks = otherLocks;
            copy.memberLocks = otherMemberLocks;
        });
    }

    /**
     * Returns the same problem with other staff.
     *
     * @param others the staff members
     * @throws dk.grundskema.domain.finding.InvalidValueException if a component refers to a staff member who is not in {@code others}
     */
    public Problem withStaff(List<StaffMember> others) {
        return copy(copy -> copy.staff = others);
    }

    /**
     * Returns the same problem with other interventions.
     *
     * @param others the interventions
     * @throws dk.grundskema.domain.finding.InvalidValueException if two of them have the same id
     */
    public Problem withInterventions(List<Intervention<?>> others) {
        return copy(copy -> copy.interventions = others);
    }

    /**
     * Returns the same problem with other weights.
     *
     * @param others weight of a soft rule by its id
     * @throws dk.grundskema.domain.finding.InvalidValueException if a weight is out of range
     */
    public Problem withWeights(SortedMap<String, Long> others) {
        return copy(copy -> copy.weights = others);
    }

    /**
     * Returns the same problem with other accepted shortfalls.
     *
     * @param others the accepted shortfalls
     * @throws dk.grundskema.domain.finding.InvalidValueException if one is named twice
     */
    public Problem withAcceptedShortfalls(List<AcceptedShortfall> others) {
        return copy(copy -> copy.acceptedShortfalls = others);
    }

    /**
     * Returns the same problem with other rooms.
     *
     * @param others the rooms
     * @throws dk.grundskema.domain.finding.InvalidValueException if a component refers to a room that is not in {@code others}
     */
    public Problem withRooms(List<Room> others) {
        return copy(copy -> copy.rooms = others);
    }

    /**
     * Returns the same problem with another horizon.
     *
     * @param other the horizon
     * @throws dk.grundskema.domain.finding.InvalidValueException if a component lies outside it
     */
    public Problem withHorizon(Horizon other) {
        return copy(copy -> copy.horizon = other);
    }

    /**
     * Returns the weeks in which a student can be in a group that a plan forms: those in a class, if all memberships of classes have weeks, otherwise all;
     * without those in which the student is away from Monday to Sunday. Other given groups may meet in some weeks alone and limit nothing.
     *
     * @return empty if the student is away in all weeks
     */
    public SortedSet<IsoWeek> weeksPresent(StudentId student) {
        var weeks = new TreeSet<IsoWeek>();
        boolean isAlways = false;
        for (Group group : groups) {
            if (group.kind() != Group.Kind.CLASS) {
                continue;
            }
            for (GroupMember member : group.members()) {
                if (member.studentId().equals(student)) {
                    isAlways |= member.weeks().isEmpty();
                    weeks.addAll(member.weeks());
                }
            }
        }
        if (isAlways || weeks.isEmpty()) {
            weeks.addAll(horizon.allWeeks());
        }
        student(student).ifPresent(one -> weeks.removeAll(one.availability().weeksAway(horizon)));
        return weeks;
    }

    /**
     * Returns the same problem with other classes and given teams.
     *
     * @param others the groups
     * @throws dk.grundskema.domain.finding.InvalidValueException if a component refers to a group or student that is not there
     */
    public Problem withGroups(List<Group> others) {
        return copy(copy -> copy.groups = others);
    }

    /**
     * Returns the same problem with other students.
     *
     * @param others the students
     * @throws dk.grundskema.domain.finding.InvalidValueException if a component refers to a student who is not in {@code others}
     */
    public Problem withStudents(List<Student> others) {
        return copy(copy -> copy.students = others);
    }

    /**
     * Returns the same problem with another existing timetable.
     *
     * @param others the lessons
     * @throws dk.grundskema.domain.finding.InvalidValueException if one of them refers to something that is not in the problem
     */
    public Problem withLessons(List<Lesson> others) {
        return copy(copy -> copy.lessons = others);
    }

    /** The components of a copy that may differ. */
    private static final class Copy {
        private Horizon horizon;
        private List<Room> rooms;
        private List<StaffMember> staff;
        private List<Student> students;
        private List<Group> groups;
        private List<Lesson> lessons;
        private List<Intervention<?>> interventions;
        private List<SessionLock> locks;
        private List<MemberLock> memberLocks;
        private SortedMap<String, Long> weights;
        private List<AcceptedShortfall> acceptedShortfalls;

        private Copy(Problem source) {
            horizon = source.horizon;
            rooms = source.rooms;
            staff = source.staff;
            students = source.students;
            groups = source.groups;
            lessons = source.lessons;
            interventions = source.interventions;
            locks = source.locks;
            memberLocks = source.memberLocks;
            weights = source.weights;
            acceptedShortfalls = source.acceptedShortfalls;
        }
    }

    private Problem copy(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return new Problem(
                version,
                title,
                language,
                copy.horizon,
                sites,
                travel,
                copy.rooms,
                schools,
                copy.staff,
                copy.students,
                copy.groups,
                copy.lessons,
                work,
                support,
                copy.interventions,
                copy.locks,
                copy.memberLocks,
                copy.weights,
                copy.acceptedShortfalls);
    }

    /** Returns the staff member with an id, or empty. */
    public Optional<StaffMember> staffMember(StaffId id) {
        return IndexedList.find(staff, id);
    }

    /** Returns the student with an id, or empty. */
    public Optional<Student> student(StudentId id) {
        return IndexedList.find(students, id);
    }

    /** Returns the room with an id, or empty. */
    public Optional<Room> room(RoomId id) {
        return IndexedList.find(rooms, id);
    }

    /** Returns the given group with an id, or empty. Groups that the solver forms are not included. */
    public Optional<Group> group(GroupId id) {
        return IndexedList.find(groups, id);
    }

    /** Returns the lesson with an id, or empty. */
    public Optional<Lesson> lesson(LessonId id) {
        return IndexedList.find(lessons, id);
    }

    /**
     * Returns how many seats precede a session's own seats in its meeting: one for each teacher of {@link Session#lesson()}, and 0 for a session
     * without a lesson. Seat positions in meetings and locks include these seats.
     */
    public int countTeacherSeats(Session session) {
        LessonId lesson = session.lesson();
        return lesson == null
                ? 0
                : lesson(lesson).map(one -> one.teachers().size()).orElse(0);
    }

    /** Returns the given site, or the problem's first site if {@code named} is {@code null}. */
    public SiteId siteOrDefault(@Nullable SiteId named) {
        return named == null ? sites.getFirst().id() : named;
    }

    /**
     * Returns the travel time between two sites in minutes; 0 within one site and where no travel is given. A travel given for one direction only
     * applies to both.
     */
    public int travelMinutes(SiteId from, SiteId to) {
        if (from.equals(to)) {
            return 0;
        }
        return IndexedList.find(travel, List.of(from, to))
                .or(() -> IndexedList.find(travel, List.of(to, from)))
                .map(Travel::minutes)
                .orElse(0);
    }
}
