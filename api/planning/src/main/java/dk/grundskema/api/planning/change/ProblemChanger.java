package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.change.StatedChange.DayClosed;
import dk.grundskema.api.planning.change.StatedChange.DayOpened;
import dk.grundskema.api.planning.change.StatedChange.LessonMoves;
import dk.grundskema.api.planning.change.StatedChange.ReplacedProblem;
import dk.grundskema.api.planning.change.StatedChange.RoomAdded;
import dk.grundskema.api.planning.change.StatedChange.RoomGone;
import dk.grundskema.api.planning.change.StatedChange.StaffAway;
import dk.grundskema.api.planning.change.StatedChange.StaffHours;
import dk.grundskema.api.planning.change.StatedChange.StaffJoins;
import dk.grundskema.api.planning.change.StatedChange.StudentJoins;
import dk.grundskema.api.planning.change.StatedChange.StudentLeaves;
import dk.grundskema.api.planning.change.StatedChange.StudentMoves;
import dk.grundskema.api.planning.change.StatedChange.SubjectDropped;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies changes to the problem of a plan in use, and collects what speaks against them. Not thread-safe. */
final class ProblemChanger {
    private final Timetable timetable;
    private final LocalDateTime now;
    private final FormedGroups formed;
    private final List<Finding> findings = new ArrayList<>();
    private Problem problem;

    /**
     * @param problem   problem of the plan in use
     * @param timetable plan in use
     * @param now       moment of the change, within the plan
     * @param formed    groups that the plan forms
     */
    ProblemChanger(Problem problem, Timetable timetable, LocalDateTime now, FormedGroups formed) {
        this.problem = problem;
        this.timetable = timetable;
        this.now = now;
        this.formed = formed;
    }

    /** Applies a change; if it is impossible, the problem stays as it is. */
    void apply(StatedChange change) {
        try {
            switch (change) {
                case StaffAway away -> applyAway(away);
                case StaffHours hours -> applyHours(hours);
                case RoomGone gone -> applyRoomGone(gone);
                case DayClosed closed -> applyClosed(closed);
                case DayOpened opened -> applyOpened(opened);
                case StudentLeaves leaves -> applyLeaves(leaves);
                case StudentMoves moves -> applyMoves(moves);
                case StaffJoins joins -> entries().add(joins).ifPresent(this::use);
                case RoomAdded added -> entries().add(added).ifPresent(this::use);
                case StudentJoins joins -> applyJoins(joins);
                case LessonMoves moves -> lessons().move(moves).ifPresent(this::use);
                case SubjectDropped dropped -> lessons().drop(dropped).ifPresent(this::use);
                case ReplacedProblem other -> problem = other.problem();
            }
        } catch (InvalidValueException e) {
            findings.addAll(e.findings());
        }
    }

    /** Returns the changed problem. */
    Problem problem() {
        return problem;
    }

    /** Returns what speaks against the changes so far, with empty pointers. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void applyAway(StaffAway away) {
        if (problem.staffMember(away.staffId()).isEmpty()) {
            findings.add(Finding.error("change.unknown-staff", "", away.staffId()));
            return;
        }
        LocalDateTime until = end(away.until());
        if (isOutside(away.staffId(), away.from(), until)) {
            return;
        }
        new Absence(away.staffId(), away.from(), until)
                .remainingAfter(now, timetable, problem.horizon().zone())
                .ifPresentOrElse(this::addAbsence, () -> refuseWithinRunningMeeting(away.staffId(), until));
    }

    private void addAbsence(Absence rest) {
        if (isThere(rest.staffId(), rest.from())) {
            problem = problem.withStaff(problem.staff().stream()
                    .map(one -> one.id().equals(rest.staffId())
                            ? withAvailability(one, one.availability().without(rest.toPeriods()))
                            : one)
                    .toList());
        }
    }

    /** Reports somebody who is on duty neither at a moment nor later in the plan. */
    private boolean isThere(StaffId staff, LocalDateTime moment) {
        Horizon horizon = problem.horizon();
        Optional<LocalDateTime> left = problem.staffMember(staff)
                .flatMap(person -> person.availability().unavailableIntervals(horizon).stream()
                        .filter(away -> away.end() >= Interval.toEpochMinute(end(null), horizon.zone()))
                        .findFirst())
                .map(away -> Interval.toLocalDateTime(away.start(), horizon.zone()))
                .filter(from -> !from.isAfter(moment));
        left.ifPresent(from -> findings.add(Finding.error("change.staff-has-left", "", staff, from.toLocalDate())));
        return left.isEmpty();
    }

    private void refuseWithinRunningMeeting(Object who, LocalDateTime until) {
        findings.add(Finding.error("change.in-running-meeting", "", who, until));
    }

    private LocalDateTime end(@Nullable LocalDateTime until) {
        return until == null ? problem.horizon().lastDay().plusDays(1).atStartOfDay() : until;
    }

    /** Returns that a period is not within the plan; with years, in which such dates are often wrong. */
    static Finding outsidePlan(Object who, LocalDate from, LocalDate last, Horizon horizon) {
        return Finding.error(
                "change.period-outside-plan",
                "",
                who,
                from,
                last,
                horizon.firstDay(),
                horizon.lastDay(),
                String.valueOf(from.getYear()),
                String.valueOf(last.getYear()),
                String.valueOf(horizon.firstDay().getYear()),
                String.valueOf(horizon.lastDay().getYear()));
    }

    /** Reports a period that is over, reversed, or not within the plan. */
    private boolean isOutside(Object who, LocalDateTime from, LocalDateTime until) {
        Horizon horizon = problem.horizon();
        LocalDate last = until.minusMinutes(1).toLocalDate();
        Optional<Finding> finding = Optional.empty();
        if (!until.isAfter(from)) {
            finding = Optional.of(Finding.error("change.ends-before-start", "", who, from, until));
        } else if (last.isBefore(horizon.firstDay()) || from.toLocalDate().isAfter(horizon.lastDay())) {
            finding = Optional.of(outsidePlan(who, from.toLocalDate(), last, horizon));
        } else if (!until.isAfter(now)) {
            finding = Optional.of(Finding.error("change.in-the-past", "", who, until, now));
        }
        finding.ifPresent(findings::add);
        return finding.isPresent();
    }

    private static StaffMember withAvailability(StaffMember one, Availability availability) {
        return staffMember(one, availability, one.contractHours());
    }

    private static StaffMember staffMember(StaffMember one, Availability availability, double hours) {
        return new StaffMember(
                one.id(),
                one.name(),
                one.skills(),
                availability,
                hours,
                one.hoursAlreadyWorked(),
                one.wishes(),
                one.email(),
                one.language(),
                one.work());
    }

    private void applyHours(StaffHours hours) {
        if (problem.staffMember(hours.staffId()).isEmpty()) {
            findings.add(Finding.error("change.unknown-staff", "", hours.staffId()));
            return;
        }
        if (!isThere(hours.staffId(), now)) {
            return;
        }
        problem = problem.withStaff(problem.staff().stream()
                .map(one ->
                        one.id().equals(hours.staffId()) ? staffMember(one, one.availability(), hours.hours()) : one)
                .toList());
    }

    private NewEntryAdder entries() {
        return new NewEntryAdder(problem, now, findings::add);
    }

    private LessonChanger lessons() {
        return new LessonChanger(problem, now, findings::add);
    }

    private void use(Problem other) {
        problem = other;
    }

    private void applyRoomGone(RoomGone gone) {
        if (problem.room(gone.roomId()).isEmpty()) {
            findings.add(Finding.error("change.unknown-room", "", gone.roomId()));
            return;
        }
        LocalDateTime until = end(gone.until());
        if (isOutside(gone.roomId(), gone.from(), until)) {
            return;
        }
        LocalDateTime from = Absence.firstMinuteToCome(
                gone.from(),
                now,
                timetable,
                problem.horizon().zone(),
                meeting -> gone.roomId().equals(meeting.roomId())
                        || meeting.extraRoomIds().contains(gone.roomId()));
        if (!from.isBefore(until)) {
            refuseWithinRunningMeeting(gone.roomId(), until);
            return;
        }
        List<Period> periods = Absence.periods(from, until);
        problem = problem.withRooms(problem.rooms().stream()
                .map(one -> one.id().equals(gone.roomId())
                        ? new Room(
                                one.id(),
                                one.name(),
                                one.site(),
                                one.kind(),
                                one.capacity(),
                                one.availability().without(periods))
                        : one)
                .toList());
    }

    private void applyClosed(DayClosed closed) {
        if (!isDayToCome(closed.date())) {
            return;
        }
        var days = new TreeSet<>(problem.horizon().closedDays());
        if (!days.add(closed.date())) {
            findings.add(Finding.error("change.already-closed", "", closed.date()));
            return;
        }
        setClosedDays(days);
    }

    private void applyOpened(DayOpened opened) {
        if (!isDayToCome(opened.date())) {
            return;
        }
        var days = new TreeSet<>(problem.horizon().closedDays());
        if (!days.remove(opened.date())) {
            findings.add(Finding.error("change.not-closed", "", opened.date()));
            return;
        }
        setClosedDays(days);
    }

    private boolean isDayToCome(LocalDate date) {
        return !isOutside(date, date.atStartOfDay(), date.plusDays(1).atStartOfDay());
    }

    private void setClosedDays(SortedSet<LocalDate> days) {
        Horizon horizon = problem.horizon();
        problem = problem.withHorizon(new Horizon(horizon.firstWeek(), horizon.weeks(), horizon.zone(), days));
    }

    private void applyLeaves(StudentLeaves leaves) {
        if (isKnownStudent(leaves.studentId()) && isWeekToCome(leaves.studentId(), leaves.from())) {
            List<Group> before = problem.groups();
            IsoWeek from = IsoWeek.of(leaves.from());
            leaveGroups(leaves.studentId(), from, null);
            if (formed.isMember(leaves.studentId(), from)) {
                Period away = new Period(from.date(DayOfWeek.MONDAY), null, new TreeSet<>(), null, null);
                problem = problem.withStudents(problem.students().stream()
                        .map(one -> one.id().equals(leaves.studentId())
                                ? one.withAvailability(one.availability().without(List.of(away)))
                                : one)
                        .toList());
            } else if (problem.groups().equals(before)) {
                findings.add(lastWeek(leaves.studentId())
                        .map(last -> Finding.error(
                                "change.has-left",
                                "",
                                leaves.studentId(),
                                last.plus(1).date(DayOfWeek.MONDAY)))
                        .orElseGet(() -> Finding.error("change.in-no-group", "", leaves.studentId(), leaves.from())));
            }
        }
    }

    /** Returns the last week in which a student was in a group for some weeks; empty if there was none. */
    private Optional<IsoWeek> lastWeek(StudentId student) {
        return Stream.concat(
                        problem.groups().stream()
                                .flatMap(group -> group.members().stream())
                                .filter(one -> one.studentId().equals(student)),
                        formed.memberships(student))
                .filter(one -> !one.weeks().isEmpty())
                .map(one -> one.weeks().last())
                .max(Comparator.naturalOrder());
    }

    /** Reports locks that a changed problem adds for students who have left: they would fix nothing. */
    void checkNewLocks(Problem before) {
        for (MemberLock lock : problem.memberLocks()) {
            SortedSet<IsoWeek> present = problem.weeksPresent(lock.studentId());
            boolean isGone = problem.student(lock.studentId()).isPresent()
                    && (present.isEmpty()
                            || present.last().date(DayOfWeek.SUNDAY).isBefore(now.toLocalDate()));
            if (isGone && !before.memberLocks().contains(lock)) {
                findings.add(
                        Finding.error("change.lock-of-departed", "", lock.studentId(), formed.name(lock.groupId())));
            }
        }
    }

    private boolean isKnownStudent(StudentId id) {
        boolean isKnown = problem.student(id).isPresent();
        if (!isKnown) {
            findings.add(Finding.error("change.unknown-student", "", id));
        }
        return isKnown;
    }

    /** Groups change by calendar week, and the week of the moment may have begun. */
    private boolean isWeekToCome(Object who, LocalDate from) {
        LocalDate monday = IsoWeek.of(from).date(DayOfWeek.MONDAY);
        if (monday.atStartOfDay().isBefore(now)) {
            findings.add(Finding.error("change.week-has-begun", "", who, monday, now));
            return false;
        }
        return !isOutside(who, monday.atStartOfDay(), monday.plusDays(7).atStartOfDay());
    }

    /** Ends the student's membership of groups with the week before; of all groups, or of those of one kind. */
    private void leaveGroups(StudentId student, IsoWeek from, Group.@Nullable Kind kind) {
        problem = problem.withGroups(problem.groups().stream()
                .map(group -> kind != null && group.kind() != kind ? group : withoutFrom(group, student, from))
                .toList());
    }

    private Group withoutFrom(Group group, StudentId student, IsoWeek from) {
        var members = new ArrayList<GroupMember>();
        for (GroupMember member : group.members()) {
            if (!member.studentId().equals(student)) {
                members.add(member);
                continue;
            }
            var weeks = new TreeSet<IsoWeek>(
                    member.weeks().isEmpty() ? problem.horizon().allWeeks() : List.copyOf(member.weeks()));
            weeks.removeIf(week -> week.compareTo(from) >= 0);
            if (!weeks.isEmpty()) {
                members.add(new GroupMember(student, weeks));
            }
        }
        return new Group(group.id(), group.name(), group.kind(), members);
    }

    private void applyJoins(StudentJoins joins) {
        Optional<Group> target = problem.group(joins.groupId()).or(() -> formed.find(joins.groupId()));
        if (target.isEmpty()) {
            findings.add(Finding.error("change.unknown-group", "", joins.groupId()));
            return;
        }
        if (isWeekToCome(target.get().name(), joins.from())) {
            entries().add(joins, target.get(), IsoWeek.of(joins.from())).ifPresent(changed -> {
                StudentId id = changed.students().getLast().id();
                if (isPlaced(changed, id, joins.name(), target.get())) {
                    use(changed);
                }
            });
        }
    }

    /** Reports a group that the plan forms of other students: of a list without this one, or of those whose group the intervention does not fix. */
    private boolean isPlaced(Problem changed, StudentId student, Object name, Group group) {
        boolean isPlaced = problem.group(group.id()).isPresent() || formed.canJoin(changed, student, group.id());
        if (!isPlaced) {
            String code = formed.isInOneOf(student, group.id()) ? "change.fixed-place" : "change.not-listed";
            findings.add(Finding.error(code, "", name, group.name()));
        }
        return isPlaced;
    }

    private void applyMoves(StudentMoves moves) {
        Optional<Group> target = problem.group(moves.groupId()).or(() -> formed.find(moves.groupId()));
        if (target.isEmpty()) {
            findings.add(Finding.error("change.unknown-group", "", moves.groupId()));
        }
        if (!isKnownStudent(moves.studentId()) || target.isEmpty() || !isWeekToCome(moves.studentId(), moves.from())) {
            return;
        }
        IsoWeek from = IsoWeek.of(moves.from());
        if (problem.group(moves.groupId()).isEmpty()) {
            if (isPlaced(problem, moves.studentId(), moves.studentId(), target.get())) {
                moveToFormed(moves);
            }
            return;
        }
        comeBack(moves.studentId(), from);
        leaveGroups(moves.studentId(), from, target.get().kind());
        problem = problem.withGroups(problem.groups().stream()
                .map(group -> group.id().equals(moves.groupId()) ? withFrom(group, moves.studentId(), from) : group)
                .toList());
        if (target.get().kind() == Group.Kind.CLASS) {
            problem = problem.withStudents(problem.students().stream()
                    .map(one -> one.id().equals(moves.studentId()) ? inClass(one, target.get()) : one)
                    .toList());
        }
    }

    /**
     * Locks the student into a group that the plan formed. A lock of a planner is not replaced, that of an earlier move is. A lock names no week, so the student
     * changes with the first week to come.
     */
    private void moveToFormed(StudentMoves moves) {
        IsoWeek next = problem.horizon().allWeeks().stream()
                .filter(week -> !week.date(DayOfWeek.MONDAY).atStartOfDay().isBefore(now))
                .findFirst()
                .orElseThrow();
        if (!IsoWeek.of(moves.from()).equals(next)) {
            findings.add(Finding.error(
                    "change.later-move",
                    "",
                    moves.studentId(),
                    formed.name(moves.groupId()),
                    next.date(DayOfWeek.MONDAY),
                    moves.from()));
            return;
        }
        Set<GroupId> others = formed.beside(moves.groupId());
        var locks = new ArrayList<>(problem.memberLocks());
        for (MemberLock lock : problem.memberLocks()) {
            if (lock.studentId().equals(moves.studentId()) && others.contains(lock.groupId())) {
                if (!lock.groupId().equals(moves.groupId()) && !lock.isOfChange()) {
                    findings.add(Finding.error(
                            "change.contradicts-member-lock",
                            "",
                            moves.studentId(),
                            formed.name(lock.groupId()),
                            formed.name(moves.groupId())));
                    return;
                }
                locks.remove(lock);
            }
        }
        comeBack(moves.studentId(), next);
        locks.add(new MemberLock(moves.studentId(), moves.groupId(), next));
        problem = problem.withLocks(problem.locks(), locks);
    }

    /** Ends the absence of a student who has left by a week: it lasts until the week before. Who leaves later still leaves. */
    private void comeBack(StudentId student, IsoWeek from) {
        LocalDate monday = from.date(DayOfWeek.MONDAY);
        problem = problem.withStudents(problem.students().stream()
                .map(one -> one.id().equals(student) ? presentFrom(one, monday) : one)
                .toList());
    }

    private static Student presentFrom(Student one, LocalDate day) {
        var except = new ArrayList<Period>();
        for (Period period : one.availability().except()) {
            boolean isForGood = period.until() == null
                    && period.weekdays().isEmpty()
                    && period.start() == null
                    && period.end() == null;
            LocalDate from = period.from();
            if (!isForGood || (from != null && from.isAfter(day))) {
                except.add(period);
            } else if (from == null || from.isBefore(day)) {
                except.add(new Period(from, day.minusDays(1), period.weekdays(), null, null));
            }
        }
        return except.equals(one.availability().except())
                ? one
                : one.withAvailability(new Availability(one.availability().only(), except));
    }

    private Group withFrom(Group group, StudentId student, IsoWeek from) {
        var weeks = new TreeSet<IsoWeek>();
        problem.horizon().allWeeks().stream()
                .filter(week -> week.compareTo(from) >= 0)
                .forEach(weeks::add);
        var members = new ArrayList<GroupMember>();
        for (GroupMember member : group.members()) {
            if (member.studentId().equals(student)) {
                weeks.addAll(member.weeks());
            } else {
                members.add(member);
            }
        }
        members.add(new GroupMember(student, weeks));
        return new Group(group.id(), group.name(), group.kind(), members);
    }

    private static Student inClass(Student one, Group group) {
        return Objects.equals(one.classGroup(), group.id()) ? one : one.withClassGroup(group.id());
    }
}
