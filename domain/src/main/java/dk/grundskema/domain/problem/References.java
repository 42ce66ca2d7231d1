package dk.grundskema.domain.problem;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
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

/** Whether the parts of a problem fit together: ids given once, references that lead somewhere, weeks within the horizon. */
record References(
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
        Map<String, Long> weights) {

    void check() {
        var checks = new Checks()
                .that(version == Problem.VERSION, "version", "format.unknown-version", version, Problem.VERSION)
                .name("title", title)
                .notEmpty("sites", sites);
        unique(checks);
        places(checks);
        people(checks);
        Set<IsoWeek> planned = Set.copyOf(horizon.allWeeks());
        groupsAndLessons(checks, planned);
        locks(checks, planned);
        weights.forEach((rule, weight) -> checks.range("weights/" + Finding.segment(rule), weight, 0, 1_000_000));
        checks.done();
    }

    private void unique(Checks checks) {
        unique(checks, "sites", sites, Site::id);
        checks.distinct(
                "travel",
                travel.stream().map(way -> List.of(way.from(), way.to())).toList());
        unique(checks, "rooms", rooms, Room::id);
        unique(checks, "schools", schools, School::id);
        unique(checks, "staff", staff, StaffMember::id);
        unique(checks, "students", students, Student::id);
        unique(checks, "groups", groups, Group::id);
        unique(checks, "lessons", lessons, dk.grundskema.domain.timetable.Lesson::id);
        unique(checks, "interventions", interventions, Intervention::id);
        unique(checks, "locks", "lock.twice", locks, SessionLock::sessionId);
        numbers(checks);
        var seen = new HashSet<MemberLock>();
        for (int i = 0; i < memberLocks.size(); i++) {
            MemberLock one = memberLocks.get(i);
            checks.that(seen.add(one), "memberLocks/" + i, "lock.student-twice", one.studentId());
        }
    }

    private void numbers(Checks checks) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < students.size(); i++) {
            Integer number = students.get(i).number();
            if (number != null) {
                checks.that(
                        seen.add(number), "students/" + i + "/number", "student.number-twice", String.valueOf(number));
            }
        }
    }

    private static <T> void unique(Checks checks, String list, List<T> all, Function<T, Id> id) {
        unique(checks, list, "id.twice", all, id);
    }

    private static <T> void unique(Checks checks, String list, String code, List<T> all, Function<T, Id> id) {
        var seen = new HashSet<Id>();
        for (int i = 0; i < all.size(); i++) {
            Id one = id.apply(all.get(i));
            checks.that(seen.add(one), list + "/" + i, code, one);
        }
    }

    private void places(Checks checks) {
        var known = ids(sites, Site::id);
        for (int i = 0; i < travel.size(); i++) {
            known(checks, "travel/" + i + "/from", travel.get(i).from(), known);
            known(checks, "travel/" + i + "/to", travel.get(i).to(), known);
        }
        for (int i = 0; i < rooms.size(); i++) {
            known(checks, "rooms/" + i + "/site", rooms.get(i).site(), known);
        }
    }

    private void people(Checks checks) {
        var knownSites = ids(sites, Site::id);
        var knownSchools = ids(schools, School::id);
        var knownGroups = ids(groups, Group::id);
        var knownStudents = ids(students, Student::id);
        for (int i = 0; i < students.size(); i++) {
            Student student = students.get(i);
            String at = "students/" + i;
            known(checks, at + "/site", student.site(), knownSites);
            known(checks, at + "/school", student.school(), knownSchools);
            known(checks, at + "/classGroup", student.classGroup(), knownGroups);
            all(checks, at + "/wishedWith", student.wishedWith(), knownStudents);
            all(checks, at + "/neverWith", student.neverWith(), knownStudents);
        }
    }

    private void groupsAndLessons(Checks checks, Set<IsoWeek> planned) {
        var knownStudents = ids(students, Student::id);
        var knownGroups = ids(groups, Group::id);
        for (int i = 0; i < groups.size(); i++) {
            List<GroupMember> members = groups.get(i).members();
            for (int m = 0; m < members.size(); m++) {
                String at = "groups/" + i + "/members/" + m;
                known(checks, at + "/studentId", members.get(m).studentId(), knownStudents);
                within(checks, at + "/weeks", members.get(m).weeks(), planned);
            }
        }
        var knownStaff = ids(staff, StaffMember::id);
        var knownRooms = ids(rooms, Room::id);
        var knownSites = ids(sites, Site::id);
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            String at = "lessons/" + i;
            known(checks, at + "/site", lesson.site(), knownSites);
            known(checks, at + "/roomId", lesson.roomId(), knownRooms);
            all(checks, at + "/extraRoomIds", lesson.extraRoomIds(), knownRooms);
            all(checks, at + "/groupIds", lesson.groupIds(), knownGroups);
            all(checks, at + "/studentIds", lesson.studentIds(), knownStudents);
            all(checks, at + "/staffIds", lesson.staffIds(), knownStaff);
            within(checks, at + "/time/weeks", lesson.time().weeks(), planned);
        }
    }

    private void locks(Checks checks, Set<IsoWeek> planned) {
        var knownStaff = ids(staff, StaffMember::id);
        var knownRooms = ids(rooms, Room::id);
        var knownStudents = ids(students, Student::id);
        for (int i = 0; i < locks.size(); i++) {
            SessionLock lock = locks.get(i);
            String at = "locks/" + i;
            known(checks, at + "/roomId", lock.roomId(), knownRooms);
            for (int s = 0; s < lock.seats().size(); s++) {
                known(
                        checks,
                        at + "/seats/" + s + "/staffId",
                        lock.seats().get(s).staffId(),
                        knownStaff);
            }
            if (lock.time() != null) {
                within(checks, at + "/time/weeks", lock.time().weeks(), planned);
            }
        }
        for (int i = 0; i < memberLocks.size(); i++) {
            known(checks, "memberLocks/" + i + "/studentId", memberLocks.get(i).studentId(), knownStudents);
        }
    }

    /** Words are made only where they are needed: the lessons of a large school name tens of thousands of weeks. */
    private void within(Checks checks, String at, Collection<IsoWeek> weeks, Set<IsoWeek> planned) {
        int i = 0;
        for (IsoWeek week : weeks) {
            if (!planned.contains(week)) {
                IsoWeek last = horizon.firstWeek().plus(horizon.weeks() - 1);
                checks.that(false, at + "/" + i, "week.outside-horizon", week, horizon.firstWeek(), last);
            }
            i++;
        }
    }

    private static void all(Checks checks, String at, Collection<? extends Id> references, Set<Id> known) {
        int i = 0;
        for (Id reference : references) {
            known(checks, at + "/" + i++, reference, known);
        }
    }

    private static void known(Checks checks, String at, @Nullable Id reference, Set<Id> known) {
        if (reference != null) {
            checks.that(known.contains(reference), at, "reference.to-nobody", reference);
        }
    }

    private static <T> Set<Id> ids(List<T> all, Function<T, ? extends Id> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }
}
