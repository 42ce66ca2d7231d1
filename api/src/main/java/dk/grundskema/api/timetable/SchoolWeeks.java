package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A school's ordinary weeks with what was planned for them: interventions that repeat from week to week, over the whole existing timetable. What a plan
 * has besides, such as a camp of some weeks, is an event; it is among all that is shown here too, for people are in both.
 */
public final class SchoolWeeks {
    /** An intervention whose meetings are held more often than this repeats from week to week; no camp is longer. The number is ours. */
    private static final int LONGEST_EVENT = 6;

    private final TimetableViews all;
    private final TimetableViews events;
    private final List<Entry> planned;
    private final Set<InterventionId> repeating;
    private final Set<Id> touched = new HashSet<>();

    private SchoolWeeks(TimetableViews all, TimetableViews events, Set<InterventionId> repeating) {
        this.all = all;
        this.events = events;
        this.repeating = Set.copyOf(repeating);
        this.planned =
                all.entries().stream().filter(entry -> !entry.isUntouched()).toList();
    }

    /** A plan as its sheets show it: the school's weeks, if it has any, and its events. */
    public record Parts(Optional<SchoolWeeks> school, TimetableViews events) {}

    /**
     * The parts of a plan.
     *
     * @param problem   what was planned
     * @param demands   what its interventions ask for, which has the names of groups that are formed
     * @param timetable what came of it
     * @param looks     the looks of that timetable
     */
    public static Parts of(Problem problem, Collection<Demand> demands, Timetable timetable, Looks looks) {
        var repeating = repeating(timetable);
        boolean isImportedOnly =
                timetable.meetings().isEmpty() && !problem.lessons().isEmpty();
        if (repeating.isEmpty() && !isImportedOnly) {
            return new Parts(Optional.empty(), new TimetableViews(problem, demands, timetable, looks));
        }
        var ofEvents = timetable.meetings().stream()
                .filter(meeting -> !repeating.contains(meeting.interventionId()))
                .toList();
        var teams = groupsOf(ofEvents);
        var everything = new ArrayList<>(timetable.meetings());
        everything.addAll(ExistingLessons.beside(problem, timetable));
        var all = new TimetableViews(problem, demands, timetable, looks, everything, teams);
        var events = new TimetableViews(problem, demands, timetable, looks, ofEvents, teams);
        var school = new SchoolWeeks(all, events, repeating);
        school.touch(problem, timetable, isImportedOnly);
        return new Parts(Optional.of(school), events);
    }

    private static Set<InterventionId> repeating(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(meeting ->
                        ExistingLessons.is(meeting) || meeting.weeks().size() > LONGEST_EVENT)
                .map(Meeting::interventionId)
                .collect(Collectors.toSet());
    }

    private static Set<GroupId> groupsOf(Collection<Meeting> meetings) {
        return meetings.stream().flatMap(meeting -> meeting.groupIds().stream()).collect(Collectors.toSet());
    }

    private void touch(Problem problem, Timetable timetable, boolean isImportedOnly) {
        timetable.meetings().stream()
                .filter(meeting -> repeating.contains(meeting.interventionId()))
                .forEach(meeting -> touched.addAll(meeting.groupIds()));
        planned.forEach(entry -> entry.staff().forEach(person -> touched.add(person.id())));
        planned.forEach(entry -> taken(entry).forEach(touched::add));
        if (isImportedOnly) {
            for (Lesson lesson : problem.lessons()) {
                touched.addAll(lesson.groupIds());
                touched.addAll(lesson.staffIds());
            }
        }
    }

    /** Rooms that something takes by the plan: of a lesson of the existing timetable only the further ones. */
    private static Stream<RoomId> taken(Entry entry) {
        var meeting = entry.occurrence().meeting();
        return entry.existing() != null
                ? meeting.extraRoomIds().stream()
                : entry.rooms().stream().map(Named::id);
    }

    /** Everything that is held: the existing timetable, what was planned over it, events. */
    public TimetableViews all() {
        return all;
    }

    /** Groups for which something was planned that repeats, in the order of their names; before anything is planned all that have lessons. */
    public List<Named<GroupId>> classes() {
        return all.teams().stream()
                .filter(group -> touched.contains(group.id()))
                .toList();
    }

    /**
     * Staff for whom something was planned, or who teach what somebody comes to, in the problem's order.
     *
     * @param others who is to be among them besides
     */
    public List<Named<StaffId>> staff(Collection<Id> others) {
        return all.staff().stream()
                .filter(person -> touched.contains(person.id()) || others.contains(person.id()))
                .toList();
    }

    /** Rooms that something takes by the plan, in the problem's order. */
    public List<Named<RoomId>> rooms() {
        return all.rooms().stream().filter(room -> touched.contains(room.id())).toList();
    }

    /** Students for whom something that repeats is held beside their ordinary lessons. */
    public SupportedStudents students() {
        return new SupportedStudents(all, repeating);
    }

    /** How many weeks have something that was planned. */
    public int plannedWeeks() {
        return (int) planned.stream()
                .map(entry -> entry.occurrence().week())
                .distinct()
                .count();
    }

    /** Whether the plan has events besides. */
    public boolean hasEvents() {
        return !events.entries().isEmpty();
    }
}
