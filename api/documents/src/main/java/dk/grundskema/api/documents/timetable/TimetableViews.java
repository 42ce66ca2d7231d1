package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
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
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
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
 * Views of a finished timetable by team, person, room and day; the common source of everything that draws timetables, on paper and on
 * pages. It resolves all ids and occurrences once, in order of time. The lookup index is built on first use, because some views need only
 * the entry list. Apart from the names in the problem and the styles' words, nothing depends on a language.
 */
public final class TimetableViews {
    private final Problem problem;
    private final Timetable timetable;
    private final MeetingStyles meetingStyles;
    private final TimetableDirectory directory;
    private final List<TimetableEntry> entries;
    private final List<TimetableEntry.NamedEntity<GroupId>> teams;
    private final SortedSet<IsoWeek> weeks;
    private final SortedSet<LocalDate> dates;
    private @Nullable EntryIndex index;

    /**
     * @param problem   the problem
     * @param demands   demands of the interventions, which have the names of formed groups
     * @param timetable the resulting timetable
     * @param meetingStyles the visual styles of that timetable
     */
    public TimetableViews(
            Problem problem, Collection<Demand> demands, Timetable timetable, MeetingStyles meetingStyles) {
        this(problem, demands, timetable, meetingStyles, timetable.meetings(), groupsOf(timetable.meetings()));
    }

    /**
     * Creates views of a part of a timetable, or of more meetings than it has.
     *
     * @param held     the meetings to show
     * @param together the groups that all take part in entries for everybody
     */
    TimetableViews(
            Problem problem,
            Collection<Demand> demands,
            Timetable timetable,
            MeetingStyles meetingStyles,
            Collection<Meeting> held,
            Set<GroupId> together) {
        this.problem = problem;
        this.timetable = timetable;
        this.meetingStyles = meetingStyles;
        this.directory = new TimetableDirectory(problem, demands, timetable, meetingStyles.words());
        this.teams = groupsOf(held).stream()
                .map(directory::group)
                .sorted(NaturalOrder.by(NamedEntity::name))
                .toList();
        var entriesBySession =
                new HashMap<SessionId, TimetableEntry>(); // occurrences of a meeting differ only in the date
        this.entries = Occurrence.of(held, timetable.zone()).stream()
                .map(occurrence -> entriesBySession
                        .computeIfAbsent(
                                occurrence.meeting().sessionId(),
                                first -> directory.createEntry(
                                        occurrence, meetingStyles.of(occurrence.meeting()), together))
                        .atOccurrence(occurrence))
                .toList();
        this.weeks =
                entries.stream().map(entry -> entry.occurrence().week()).collect(Collectors.toCollection(TreeSet::new));
        this.dates = entries.stream().map(TimetableEntry::date).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the index, built on first use. */
    private synchronized EntryIndex index() {
        if (index == null) {
            index = new EntryIndex(entries, directory);
        }
        return index;
    }

    private static Set<GroupId> groupsOf(Collection<Meeting> meetings) {
        return meetings.stream().flatMap(meeting -> meeting.groupIds().stream()).collect(Collectors.toSet());
    }

    /** Returns the problem. */
    public Problem problem() {
        return problem;
    }

    /** Returns the timetable. */
    public Timetable timetable() {
        return timetable;
    }

    /** Returns all visual styles, in the order of their numbers. */
    public List<MeetingStyle> meetingStyles() {
        return meetingStyles.all();
    }

    /** Returns all entries, in order of time. */
    public List<TimetableEntry> entries() {
        return entries;
    }

    /** Returns the groups that take part in entries, in the order of their names. */
    public List<NamedEntity<GroupId>> teams() {
        return teams;
    }

    /** Returns all staff, whether on duty or not, in the problem's order. */
    public List<NamedEntity<StaffId>> staff() {
        return problem.staff().stream()
                .map(StaffMember::id)
                .map(directory::person)
                .toList();
    }

    /** Returns the staff who are in entries, by the plan or by the existing timetable, in the problem's order. */
    public List<NamedEntity<StaffId>> staffWithEntries() {
        return staff().stream().filter(index()::hasEntries).toList();
    }

    /** Returns the students who take part in entries, in the problem's order. */
    public List<NumberedStudent> students() {
        return problem.students().stream()
                .map(Student::id)
                .map(directory::student)
                .filter(student -> index().takesPart(student.id()))
                .toList();
    }

    /** Returns the rooms with entries, in the problem's order. */
    public List<NamedEntity<RoomId>> rooms() {
        return problem.rooms().stream()
                .map(Room::id)
                .map(directory::room)
                .filter(index()::hasEntriesIn)
                .toList();
    }

    /** Returns the weeks in which a staff member is not available at all from Monday to Friday, in order; empty for other owners of a timetable. */
    public SortedSet<IsoWeek> weeksAway(Object owner) {
        var away = new TreeSet<IsoWeek>();
        Horizon horizon = problem.horizon();
        List<Interval> not = owner instanceof StaffId person
                ? problem.staffMember(person)
                        .map(one -> one.availability().unavailableIntervals(horizon))
                        .orElse(List.of())
                : List.of();
        for (IsoWeek week : not.isEmpty() ? List.<IsoWeek>of() : horizon.allWeeks()) {
            List<LocalDate> days = week.date(DayOfWeek.MONDAY)
                    .datesUntil(week.date(DayOfWeek.SATURDAY))
                    .filter(day -> !day.isBefore(horizon.firstDay()) && !day.isAfter(horizon.lastDay()))
                    .toList();
            if (days.stream()
                    .map(day -> Period.wholeDay(day).intervalOn(day, horizon.zone()))
                    .allMatch(day ->
                            not.stream().anyMatch(one -> one.start() <= day.start() && day.end() <= one.end()))) {
                away.add(week);
            }
        }
        return away;
    }

    /** Returns the weeks with entries, in order. */
    public SortedSet<IsoWeek> weeks() {
        return Collections.unmodifiableSortedSet(weeks);
    }

    /** Returns the dates on which entries start, in order. */
    public SortedSet<LocalDate> dates() {
        return Collections.unmodifiableSortedSet(dates);
    }

    /** Returns the entries of a team. */
    public List<TimetableEntry> ofTeam(NamedEntity<GroupId> team) {
        return index().ofTeam(team);
    }

    /** Returns the entries to which the plan assigns a person; of the existing timetable only those to which the plan adds the person. */
    public List<TimetableEntry> dutiesOf(NamedEntity<StaffId> person) {
        return ofPerson(person).stream().filter(entry -> entry.isDutyOf(person)).toList();
    }

    /** Returns the entries of a person, by the plan or by the existing timetable. */
    public List<TimetableEntry> ofPerson(NamedEntity<StaffId> person) {
        return index().ofPerson(person);
    }

    /** Returns the entries of a student, with groups or alone. */
    public List<TimetableEntry> ofStudent(NumberedStudent student) {
        return index().ofStudent(student.id()).stream()
                .filter(entry -> takesPart(student, entry))
                .toList();
    }

    /** Returns the entries in a room. */
    public List<TimetableEntry> ofRoom(NamedEntity<RoomId> room) {
        return index().inRoom(room);
    }

    /** Returns the entries that start on a date. */
    public List<TimetableEntry> startingOn(LocalDate date) {
        return index().startingOn(date);
    }

    /** Whether a student takes part in an entry, with a group or alone. */
    boolean takesPart(NumberedStudent student, TimetableEntry entry) {
        return entry.students().contains(student)
                || entry.teams().stream()
                        .anyMatch(team -> directory.isMember(
                                student.id(), team.id(), entry.occurrence().week()));
    }

    /**
     * Returns the groups that the plan formed and that have members, in the order of their names; this includes pairs, though no entry is
     * for a pair alone.
     */
    public List<NamedEntity<GroupId>> formedGroups() {
        Set<GroupId> given = problem.groups().stream().map(Group::id).collect(Collectors.toSet());
        return timetable.groups().stream()
                .filter(group -> !given.contains(group.id()) && !group.members().isEmpty())
                .map(group -> directory.group(group.id()))
                .sorted(NaturalOrder.by(NamedEntity::name))
                .toList();
    }

    /** Returns the students who are in a team in at least one week, in the order of their names. */
    public List<NumberedStudent> members(NamedEntity<GroupId> team) {
        return directory.members(team.id());
    }

    /** Returns the students who are in a team in a week, in the order of their names. */
    public List<NumberedStudent> members(NamedEntity<GroupId> team, IsoWeek week) {
        return directory.members(team.id()).stream()
                .filter(student -> directory.isMember(student.id(), team.id(), week))
                .toList();
    }

    /** Returns one of the problem's students. */
    NumberedStudent student(StudentId student) {
        return directory.student(student);
    }

    /** Returns the teams of a student. */
    public List<NamedEntity<GroupId>> teamsOf(NumberedStudent student) {
        return teams.stream().filter(team -> members(team).contains(student)).toList();
    }

    /** Returns the single students in a person's entries, in the order of their names. */
    public List<NumberedStudent> studentsOf(NamedEntity<StaffId> person) {
        return ofPerson(person).stream()
                .flatMap(entry -> entry.students().stream())
                .distinct()
                .sorted(NaturalOrder.by(NumberedStudent::name))
                .toList();
    }
}
