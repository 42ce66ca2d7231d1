package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finished timetable as people look at it: by team, by person, by room, by day. Whatever draws a timetable, on paper or on a page, takes it
 * from here. Nothing in it depends on a language but the names that the problem gives.
 */
public final class TimetableViews {
    private final Problem problem;
    private final Timetable timetable;
    private final Looks looks;
    private final Directory directory;
    private final List<Entry> entries;
    private final List<Entry.Named<GroupId>> teams;
    private final SortedSet<IsoWeek> weeks;
    private final SortedSet<LocalDate> dates;
    private @Nullable HeldIndex index;

    /**
     * @param problem   what was planned
     * @param demands   what its interventions ask for, which has the names of groups that are formed
     * @param timetable what came of it
     * @param looks     the looks of that timetable
     */
    public TimetableViews(Problem problem, Collection<Demand> demands, Timetable timetable, Looks looks) {
        this(problem, demands, timetable, looks, timetable.meetings(), groupsOf(timetable.meetings()));
    }

    /**
     * A part of a timetable, or more than it has.
     *
     * @param held     meetings that are shown
     * @param together groups that all take part in what is for all
     */
    TimetableViews(
            Problem problem,
            Collection<Demand> demands,
            Timetable timetable,
            Looks looks,
            Collection<Meeting> held,
            Set<GroupId> together) {
        this.problem = problem;
        this.timetable = timetable;
        this.looks = looks;
        this.directory = new Directory(problem, demands, timetable, looks.words());
        this.teams = groupsOf(held).stream()
                .map(directory::group)
                .sorted(NaturalOrder.by(Named::name))
                .toList();
        var drawn = new HashMap<SessionId, Entry>(); // in its many weeks a meeting is the same but for the date
        this.entries = Occurrence.of(held, timetable.zone()).stream()
                .map(occurrence -> drawn.computeIfAbsent(
                                occurrence.meeting().sessionId(),
                                first -> directory.entry(occurrence, looks.of(occurrence.meeting()), together))
                        .on(occurrence))
                .toList();
        this.weeks =
                entries.stream().map(entry -> entry.occurrence().week()).collect(Collectors.toCollection(TreeSet::new));
        this.dates = entries.stream().map(Entry::date).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Made when somebody looks for something first. */
    private synchronized HeldIndex index() {
        if (index == null) {
            index = new HeldIndex(entries, directory);
        }
        return index;
    }

    private static Set<GroupId> groupsOf(Collection<Meeting> meetings) {
        return meetings.stream().flatMap(meeting -> meeting.groupIds().stream()).collect(Collectors.toSet());
    }

    /** What was planned. */
    public Problem problem() {
        return problem;
    }

    /** What came of it. */
    public Timetable timetable() {
        return timetable;
    }

    /** The looks of all that is held, in the order of their numbers. */
    public List<Look> looks() {
        return looks.all();
    }

    /** All that is held, in the order of time. */
    public List<Entry> entries() {
        return entries;
    }

    /** Groups that take part in something, in the order of their names. */
    public List<Named<GroupId>> teams() {
        return teams;
    }

    /** Everybody who works, whether on duty or not, in the problem's order. */
    public List<Named<StaffId>> staff() {
        return problem.staff().stream()
                .map(StaffMember::id)
                .map(directory::person)
                .toList();
    }

    /** Everybody who is in something, by the plan or by the existing timetable, in the problem's order. */
    public List<Named<StaffId>> staffInSomething() {
        return staff().stream().filter(index()::isInSomething).toList();
    }

    /** Students who take part in something, in the order of their numbers. */
    public List<Member> students() {
        return problem.students().stream()
                .map(Student::id)
                .map(directory::student)
                .filter(student -> index().takesPart(student.id()))
                .toList();
    }

    /** Rooms in which something is held, in the problem's order. */
    public List<Named<RoomId>> rooms() {
        return problem.rooms().stream()
                .map(Room::id)
                .map(directory::room)
                .filter(index()::isUsed)
                .toList();
    }

    /** Weeks in which something is held, in order. */
    public SortedSet<IsoWeek> weeks() {
        return Collections.unmodifiableSortedSet(weeks);
    }

    /** Dates on which something starts, in order. */
    public SortedSet<LocalDate> dates() {
        return Collections.unmodifiableSortedSet(dates);
    }

    /** What a team takes part in. */
    public List<Entry> of(Named<GroupId> team) {
        return index().ofTeam(team);
    }

    /** What somebody is on duty in by the plan: of the existing timetable only what the person comes to besides. */
    public List<Entry> dutiesOf(Named<StaffId> person) {
        return ofPerson(person).stream().filter(entry -> entry.isDutyOf(person)).toList();
    }

    /** What somebody is in, by the plan or by the existing timetable. */
    public List<Entry> ofPerson(Named<StaffId> person) {
        return index().ofPerson(person);
    }

    /** What a student takes part in, with the groups or alone. */
    public List<Entry> ofStudent(Member student) {
        return index().ofStudent(student.id()).stream()
                .filter(entry -> isThere(student, entry))
                .toList();
    }

    /** What is held in a room. */
    public List<Entry> ofRoom(Named<RoomId> room) {
        return index().inRoom(room);
    }

    /** What starts on a date. */
    public List<Entry> on(LocalDate date) {
        return index().on(date);
    }

    /** Whether a student takes part in something, with a group or alone. */
    boolean isThere(Member student, Entry entry) {
        return entry.students().contains(student)
                || entry.teams().stream()
                        .anyMatch(team -> directory.isMember(
                                student.id(), team.id(), entry.occurrence().week()));
    }

    /** Groups that the plan formed and that have somebody, in the order of their names; pairs are among them though nothing is held for each alone. */
    public List<Named<GroupId>> formed() {
        Set<GroupId> given = problem.groups().stream().map(Group::id).collect(Collectors.toSet());
        return timetable.groups().stream()
                .filter(group -> !given.contains(group.id()) && !group.members().isEmpty())
                .map(group -> directory.group(group.id()))
                .sorted(NaturalOrder.by(Named::name))
                .toList();
    }

    /** Who is in a team in one of the weeks at least, in the order of their names. */
    public List<Member> members(Named<GroupId> team) {
        return directory.members(team.id());
    }

    /** Who is in a team in a week, in the order of their names. */
    public List<Member> members(Named<GroupId> team, IsoWeek week) {
        return directory.members(team.id()).stream()
                .filter(student -> directory.isMember(student.id(), team.id(), week))
                .toList();
    }

    /** One of the problem's students. */
    Member member(StudentId student) {
        return directory.student(student);
    }

    /** The teams of a student. */
    public List<Named<GroupId>> teamsOf(Member student) {
        return teams.stream().filter(team -> members(team).contains(student)).toList();
    }

    /** Students whom somebody meets alone, in the order of their names. */
    public List<Member> studentsOf(Named<StaffId> person) {
        return ofPerson(person).stream()
                .flatMap(entry -> entry.students().stream())
                .distinct()
                .sorted(NaturalOrder.by(Member::name))
                .toList();
    }
}
