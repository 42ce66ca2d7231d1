package dk.grundskema.domain.problem;

import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the parts of a problem fit together: ids are unique, references resolve, and weeks lie within the horizon. */
record ProblemValidator(
        int version,
        String title,
        Horizon horizon,
        List<Site> sites,
        List<Travel> travel,
        List<Room> rooms,
        List<School> schools,
        List<StaffMember> staff,
        List<Student> students,
        List<Group> groups,
        List<Lesson> lessons,
        List<Intervention<?>> interventions,
        List<SessionLock> locks,
        List<MemberLock> memberLocks,
        Map<String, Long> weights,
        List<AcceptedShortfall> acceptedShortfalls) {

    void check() {
        var checks = new RecordValidator()
                .require(version == Problem.VERSION, "version", "format.unknown-version", version, Problem.VERSION)
                .name("title", title)
                .notEmpty("sites", sites);
        checkUnique(checks);
        checkPlaces(checks);
        checkPeople(checks);
        Set<IsoWeek> planned = Set.copyOf(horizon.allWeeks());
        checkGroupsAndLessons(checks, planned);
        locks(checks, planned);
        checkAcceptedShortfalls(checks);
        weights.forEach(
                (rule, weight) -> checks.range("weights/" + Finding.escapePointerSegment(rule), weight, 0, 1_000_000));
        checks.throwIfInvalid();
    }

    private void checkUnique(RecordValidator checks) {
        checkUnique(checks, "sites", sites, Site::id);
        checks.distinct(
                "travel",
                travel.stream().map(way -> List.of(way.from(), way.to())).toList());
        checkUnique(checks, "rooms", rooms, Room::id);
        checkUnique(checks, "schools", schools, School::id);
        checkUnique(checks, "staff", staff, StaffMember::id);
        checkUnique(checks, "students", students, Student::id);
        checkUnique(checks, "groups", groups, Group::id);
        checkUnique(checks, "lessons", lessons, dk.grundskema.domain.timetable.Lesson::id);
        checkUnique(checks, "interventions", interventions, Intervention::id);
        checkUnique(checks, "locks", "lock.twice", locks, SessionLock::sessionId);
        checkNumbers(checks);
        var seen = new HashSet<MemberLock>();
        for (int i = 0; i < memberLocks.size(); i++) {
            MemberLock one = memberLocks.get(i);
            checks.require(seen.add(one), "memberLocks/" + i, "lock.student-twice", one.studentId());
        }
    }

    private void checkNumbers(RecordValidator checks) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < students.size(); i++) {
            Integer number = students.get(i).number();
            if (number != null) {
                checks.require(
                        seen.add(number), "students/" + i + "/number", "student.number-twice", String.valueOf(number));
            }
        }
    }

    private static <T> void checkUnique(RecordValidator checks, String list, List<T> all, Function<T, Id> id) {
        checkUnique(checks, list, "id.twice", all, id);
    }

    private static <T> void checkUnique(
            RecordValidator checks, String list, String code, List<T> all, Function<T, Id> id) {
        var seen = new HashSet<Id>();
        for (int i = 0; i < all.size(); i++) {
            Id one = id.apply(all.get(i));
            checks.require(seen.add(one), list + "/" + i, code, one);
        }
    }

    private void checkPlaces(RecordValidator checks) {
        var known = ids(sites, Site::id);
        for (int i = 0; i < travel.size(); i++) {
            checkKnown(checks, "travel/" + i + "/from", travel.get(i).from(), known);
            checkKnown(checks, "travel/" + i + "/to", travel.get(i).to(), known);
        }
        for (int i = 0; i < rooms.size(); i++) {
            checkKnown(checks, "rooms/" + i + "/site", rooms.get(i).site(), known);
        }
    }

    private void checkPeople(RecordValidator checks) {
        var knownSites = ids(sites, Site::id);
        var knownSchools = ids(schools, School::id);
        var knownGroups = ids(groups, Group::id);
        var knownStudents = ids(students, Student::id);
        for (int i = 0; i < students.size(); i++) {
            Student student = students.get(i);
            String at = "students/" + i;
            checkKnown(checks, at + "/site", student.site(), knownSites);
            checkKnown(checks, at + "/school", student.school(), knownSchools);
            checkKnown(checks, at + "/classGroup", student.classGroup(), knownGroups);
            checkAllKnown(checks, at + "/wishedWith", student.wishedWith(), knownStudents);
            checkAllKnown(checks, at + "/neverWith", student.neverWith(), knownStudents);
        }
    }

    private void checkGroupsAndLessons(RecordValidator checks, Set<IsoWeek> planned) {
        var knownStudents = ids(students, Student::id);
        var knownGroups = ids(groups, Group::id);
        for (int i = 0; i < groups.size(); i++) {
            List<GroupMember> members = groups.get(i).members();
            for (int m = 0; m < members.size(); m++) {
                String at = "groups/" + i + "/members/" + m;
                checkKnown(checks, at + "/studentId", members.get(m).studentId(), knownStudents);
                checkWithinHorizon(checks, at + "/weeks", members.get(m).weeks(), planned);
            }
        }
        var knownStaff = ids(staff, StaffMember::id);
        var knownRooms = ids(rooms, Room::id);
        var knownSites = ids(sites, Site::id);
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            String at = "lessons/" + i;
            checkKnown(checks, at + "/site", lesson.site(), knownSites);
            checkKnown(checks, at + "/roomId", lesson.roomId(), knownRooms);
            checkAllKnown(checks, at + "/extraRoomIds", lesson.extraRoomIds(), knownRooms);
            checkAllKnown(checks, at + "/groupIds", lesson.groupIds(), knownGroups);
            checkAllKnown(checks, at + "/studentIds", lesson.studentIds(), knownStudents);
            checkAllKnown(checks, at + "/staffIds", lesson.staffIds(), knownStaff);
            checkWithinHorizon(checks, at + "/time/weeks", lesson.time().weeks(), planned);
        }
    }

    private void locks(RecordValidator checks, Set<IsoWeek> planned) {
        var knownStaff = ids(staff, StaffMember::id);
        var knownRooms = ids(rooms, Room::id);
        var knownStudents = ids(students, Student::id);
        for (int i = 0; i < locks.size(); i++) {
            SessionLock lock = locks.get(i);
            String at = "locks/" + i;
            checkKnown(checks, at + "/roomId", lock.roomId(), knownRooms);
            for (int s = 0; s < lock.seats().size(); s++) {
                checkKnown(
                        checks,
                        at + "/seats/" + s + "/staffId",
                        lock.seats().get(s).staffId(),
                        knownStaff);
            }
            if (lock.time() != null) {
                checkWithinHorizon(checks, at + "/time/weeks", lock.time().weeks(), planned);
            }
        }
        for (int i = 0; i < memberLocks.size(); i++) {
            checkKnown(
                    checks,
                    "memberLocks/" + i + "/studentId",
                    memberLocks.get(i).studentId(),
                    knownStudents);
        }
    }

    /** A week that is no longer planned is no mistake: the plan lacks nothing there, which the entry then says. */
    private void checkAcceptedShortfalls(RecordValidator checks) {
        var seen = new HashSet<AcceptedShortfall.Place>();
        for (int i = 0; i < acceptedShortfalls.size(); i++) {
            AcceptedShortfall accepted = acceptedShortfalls.get(i);
            checks.require(
                    seen.add(accepted.place()), "acceptedShortfalls/" + i, "accepted-shortfall.twice", accepted.rule());
        }
    }

    /** Builds arguments only for a week outside the horizon: the lessons of a large school name tens of thousands of weeks. */
    private void checkWithinHorizon(
            RecordValidator checks, String at, Collection<IsoWeek> weeks, Set<IsoWeek> planned) {
        int i = 0;
        for (IsoWeek week : weeks) {
            if (!planned.contains(week)) {
                IsoWeek last = horizon.firstWeek().plus(horizon.weeks() - 1);
                checks.require(false, at + "/" + i, "week.outside-horizon", week, horizon.firstWeek(), last);
            }
            i++;
        }
    }

    private static void checkAllKnown(
            RecordValidator checks, String at, Collection<? extends Id> references, Set<Id> known) {
        int i = 0;
        for (Id reference : references) {
            checkKnown(checks, at + "/" + i++, reference, known);
        }
    }

    private static void checkKnown(RecordValidator checks, String at, @Nullable Id reference, Set<Id> known) {
        if (reference != null) {
            checks.require(known.contains(reference), at, "reference.to-nobody", reference);
        }
    }

    private static <T> Set<Id> ids(List<T> all, Function<T, ? extends Id> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }
}
