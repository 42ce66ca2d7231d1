package dk.grundskema.domain.problem;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
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
import dk.grundskema.domain.timetable.Lesson;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param support       how much support a student gets at most
 * @param interventions what is asked for; empty means nothing yet, as after the import of a timetable
 * @param locks         what the planner fixed about sessions
 * @param memberLocks   what the planner fixed about groups
 * @param weights       weight of a soft rule by its id, 0 to 1,000,000; rules that are not named keep their default
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
        SortedMap<String, Long> weights) {
    /** The version of the format that this product reads and writes. */
    public static final int VERSION = 1;

    /** @throws dk.grundskema.domain.finding.InvalidValueException with everything in which the parts contradict each other */
    public Problem {
        sites = List.copyOf(sites);
        travel = List.copyOf(travel);
        rooms = Indexed.copyOf(rooms, Room::id);
        schools = List.copyOf(schools);
        staff = Indexed.copyOf(staff, StaffMember::id);
        students = Indexed.copyOf(students, Student::id);
        groups = Indexed.copyOf(groups, Group::id);
        lessons = Indexed.copyOf(lessons, Lesson::id);
        interventions = List.copyOf(interventions);
        locks = List.copyOf(locks);
        memberLocks = List.copyOf(memberLocks);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        new References(
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
                        weights)
                .check();
    }

    /** A problem with the usual limits of support. */
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
                weights);
    }

    /**
     * The same problem with other locks.
     *
     * @param otherLocks       what the planner fixed about sessions
     * @param otherMemberLocks what the planner fixed about groups
     * @throws dk.grundskema.domain.finding.InvalidValueException if a lock names what the problem lacks
     */
    public Problem locked(List<SessionLock> otherLocks, List<MemberLock> otherMemberLocks) {
        return with(staff, otherLocks, otherMemberLocks);
    }

    /**
     * The same problem with other staff.
     *
     * @param others who works
     * @throws dk.grundskema.domain.finding.InvalidValueException if something names somebody who is no longer there
     */
    public Problem staffed(List<StaffMember> others) {
        return with(others, locks, memberLocks);
    }

    private Problem with(
            List<StaffMember> otherStaff, List<SessionLock> otherLocks, List<MemberLock> otherMemberLocks) {
        return new Problem(
                version,
                title,
                language,
                horizon,
                sites,
                travel,
                rooms,
                schools,
                otherStaff,
                students,
                groups,
                lessons,
                work,
                support,
                interventions,
                otherLocks,
                otherMemberLocks,
                weights);
    }

    /** The staff member of that id, if there is one. */
    public Optional<StaffMember> staffMember(StaffId id) {
        return Indexed.find(staff, id);
    }

    /** The student of that id, if there is one. */
    public Optional<Student> student(StudentId id) {
        return Indexed.find(students, id);
    }

    /** The room of that id, if there is one. */
    public Optional<Room> room(RoomId id) {
        return Indexed.find(rooms, id);
    }

    /** The given group of that id, if there is one. */
    public Optional<Group> group(GroupId id) {
        return Indexed.find(groups, id);
    }

    /** The lesson of that id, if there is one. */
    public Optional<Lesson> lesson(LessonId id) {
        return Indexed.find(lessons, id);
    }

    /**
     * How many seats a session's meeting has before the session's own: one for each teacher of the lesson that the session is, and none
     * for any other session. Seats of meetings and of locks are counted with these.
     */
    public int seatsBefore(Session session) {
        LessonId lesson = session.lesson();
        return lesson == null
                ? 0
                : lesson(lesson).map(one -> one.teachers().size()).orElse(0);
    }

    /** The site meant by a component that may name none: the first one. */
    public SiteId siteOr(@Nullable SiteId named) {
        return named == null ? sites.getFirst().id() : named;
    }

    /** Minutes from one site to another, 0 within one and where no way is named. */
    public int travelMinutes(SiteId from, SiteId to) {
        if (from.equals(to)) {
            return 0;
        }
        return travel.stream()
                .filter(way -> way.from().equals(from) && way.to().equals(to))
                .mapToInt(Travel::minutes)
                .findFirst()
                .orElseGet(() -> travel.stream()
                        .filter(way -> way.from().equals(to) && way.to().equals(from))
                        .mapToInt(Travel::minutes)
                        .findFirst()
                        .orElse(0));
    }
}
