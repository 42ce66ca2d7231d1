package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.change.StatedChange.RoomAdded;
import dk.grundskema.api.planning.change.StatedChange.StaffJoins;
import dk.grundskema.api.planning.change.StatedChange.StudentJoins;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Adds people and rooms to a problem from a moment on.
 *
 * @param problem  the problem
 * @param now      moment of the change
 * @param findings takes what speaks against a change, with an empty pointer
 */
record NewEntryAdder(Problem problem, LocalDateTime now, Consumer<Finding> findings) {
    private static final int LONGEST_STEM = 60;

    /** Returns the problem with a new staff member; empty if something speaks against it. */
    Optional<Problem> add(StaffJoins joins) {
        if (isKnown("change.known-staff", joins.name(), problem.staff(), StaffMember::name)
                || !isFirstDay(joins.name(), joins.from())) {
            return Optional.empty();
        }
        var all = new ArrayList<>(problem.staff());
        all.add(new StaffMember(
                freeId(
                        joins.name(),
                        "staff",
                        StaffId::new,
                        id -> problem.staffMember(id).isEmpty()),
                joins.name().strip(),
                joins.skills(),
                availability(joins.from(), joins.weekdays()),
                joins.hours(),
                0,
                List.of(),
                null,
                null,
                null));
        return Optional.of(problem.withStaff(all));
    }

    /** Returns the problem with a new room; empty if something speaks against it. */
    Optional<Problem> add(RoomAdded added) {
        boolean isUnknownSite = added.site() != null
                && problem.sites().stream().noneMatch(one -> one.id().equals(added.site()));
        if (isUnknownSite) {
            findings.accept(Finding.error("change.unknown-site", "", String.valueOf(added.site())));
        }
        if (isKnown("change.known-room", added.name(), problem.rooms(), Room::name)
                || isUnknownSite
                || !isFirstDay(added.name(), added.from())) {
            return Optional.empty();
        }
        var all = new ArrayList<>(problem.rooms());
        all.add(new Room(
                freeId(added.name(), "room", RoomId::new, id -> problem.room(id).isEmpty()),
                added.name().strip(),
                added.site(),
                RoomKind.findByName(added.kind())
                        .map(RoomKind::toString)
                        .orElse(added.kind().strip()),
                added.capacity(),
                availability(added.from(), new TreeSet<>())));
        return Optional.of(problem.withRooms(all));
    }

    /**
     * Returns the problem with a new student; empty if the group has somebody with that name. A student who joins a group that the plan forms is away in the
     * weeks before, and locked into it.
     *
     * @param group the group that the student joins, with its members
     * @param from  first week, within the plan
     */
    Optional<Problem> add(StudentJoins joins, Group group, IsoWeek from) {
        List<Student> members = group.members().stream()
                .flatMap(member -> problem.student(member.studentId()).stream())
                .toList();
        if (isKnown("change.known-student", joins.name(), members, Student::name)) {
            return Optional.empty();
        }
        StudentId id = IntStream.iterate(problem.students().size() + 1, nth -> nth + 1)
                .mapToObj(nth -> new StudentId("student-" + nth))
                .filter(one -> problem.student(one).isEmpty())
                .findFirst()
                .orElseThrow();
        boolean isGiven = problem.group(group.id()).isPresent();
        var students = new ArrayList<>(problem.students());
        students.add(new Student(
                id,
                joins.name().strip(),
                null,
                group.kind() == Group.Kind.CLASS ? group.id() : null,
                isGiven ? Availability.always() : availability(from.date(DayOfWeek.MONDAY), new TreeSet<>()),
                new TreeSet<>(),
                new TreeSet<>()));
        if (!isGiven) {
            var locks = new ArrayList<>(problem.memberLocks());
            locks.add(new MemberLock(id, group.id(), from));
            return Optional.of(problem.withStudents(students).withLocks(problem.locks(), locks));
        }
        SortedSet<IsoWeek> weeks = problem.horizon().allWeeks().stream()
                .filter(week -> week.compareTo(from) >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(problem.withStudents(students)
                .withGroups(problem.groups().stream()
                        .map(one -> one.id().equals(group.id()) ? withMember(one, new GroupMember(id, weeks)) : one)
                        .toList()));
    }

    private static Group withMember(Group group, GroupMember member) {
        var members = new ArrayList<>(group.members());
        members.add(member);
        return new Group(group.id(), group.name(), group.kind(), members);
    }

    /** Reports a name that exists already. */
    private <T> boolean isKnown(String code, String name, List<T> all, Function<T, String> nameOf) {
        boolean isKnown = all.stream().anyMatch(one -> nameOf.apply(one).strip().equalsIgnoreCase(name.strip()));
        if (isKnown) {
            findings.accept(Finding.error(code, "", name.strip()));
        }
        return isKnown;
    }

    /** Reports a first day that is before the moment, or after the plan. */
    private boolean isFirstDay(String who, LocalDate from) {
        if (from.isBefore(now.toLocalDate())) {
            findings.accept(Finding.error("change.starts-in-the-past", "", who, from, now));
            return false;
        }
        if (from.isAfter(problem.horizon().lastDay())) {
            findings.accept(ProblemChanger.outsidePlan(who, from, from, problem.horizon()));
            return false;
        }
        return true;
    }

    private static Availability availability(LocalDate from, SortedSet<DayOfWeek> weekdays) {
        return new Availability(List.of(new Period(from, null, weekdays, null, null)), List.of());
    }

    /**
     * Returns a free id of a name: {@code Nina Ny} becomes {@code nina-ny}, or {@code nina-ny-2} if that is taken.
     *
     * @param otherwise id of a name without letters and digits
     */
    private static <I> I freeId(String name, String otherwise, Function<String, I> idOf, Predicate<I> isFree) {
        String words = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String stem = words.isEmpty() ? otherwise : words.substring(0, Math.min(LONGEST_STEM, words.length()));
        return IntStream.iterate(1, nth -> nth + 1)
                .mapToObj(nth -> idOf.apply(nth == 1 ? stem : stem + "-" + nth))
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }
}
