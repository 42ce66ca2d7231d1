package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
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
 * A school's regular weeks: interventions that repeat weekly, shown over the whole existing timetable. Everything else of a plan, such as a
 * camp of some weeks, is an event. {@link #allViews()} includes the events, since people are in both.
 */
public final class SchoolWeekViews {
    /** An intervention with a meeting in more weeks than this repeats weekly; no camp is longer. The number is our own. */
    private static final int LONGEST_EVENT = 6;

    private final TimetableViews all;
    private final TimetableViews events;
    private final List<TimetableEntry> planned;
    private final Set<InterventionId> repeating;
    private final Set<Id> touched = new HashSet<>();

    private SchoolWeekViews(TimetableViews all, TimetableViews events, Set<InterventionId> repeating) {
        this.all = all;
        this.events = events;
        this.repeating = Set.copyOf(repeating);
        this.planned =
                all.entries().stream().filter(entry -> !entry.isUntouched()).toList();
    }

    /**
     * Parts of a plan for its sheets.
     *
     * @param school the school's regular weeks; empty if the plan has none
     * @param events the plan's events, such as camps
     */
    public record TimetableParts(Optional<SchoolWeekViews> school, TimetableViews events) {}

    /**
     * Splits a plan into its parts.
     *
     * @param problem   the problem
     * @param demands   demands of the interventions, which have the names of formed groups
     * @param timetable the resulting timetable
     * @param meetingStyles the visual styles of that timetable
     */
    public static TimetableParts of(
            Problem problem, Collection<Demand> demands, Timetable timetable, MeetingStyles meetingStyles) {
        var repeating = repeatingInterventions(timetable);
        boolean isImportedOnly =
                timetable.meetings().isEmpty() && !problem.lessons().isEmpty();
        if (repeating.isEmpty() && !isImportedOnly) {
            return new TimetableParts(Optional.empty(), new TimetableViews(problem, demands, timetable, meetingStyles));
        }
        var ofEvents = timetable.meetings().stream()
                .filter(meeting -> !repeating.contains(meeting.interventionId()))
                .toList();
        var teams = groupsOf(ofEvents);
        var everything = new ArrayList<>(timetable.meetings());
        everything.addAll(ExistingLessons.unplannedLessons(problem, timetable));
        var all = new TimetableViews(problem, demands, timetable, meetingStyles, everything, teams);
        var events = new TimetableViews(problem, demands, timetable, meetingStyles, ofEvents, teams);
        var school = new SchoolWeekViews(all, events, repeating);
        school.collectAffected(problem, timetable, isImportedOnly);
        return new TimetableParts(Optional.of(school), events);
    }

    private static Set<InterventionId> repeatingInterventions(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(meeting -> ExistingLessons.isExistingLesson(meeting)
                        || meeting.weeks().size() > LONGEST_EVENT)
                .map(Meeting::interventionId)
                .collect(Collectors.toSet());
    }

    private static Set<GroupId> groupsOf(Collection<Meeting> meetings) {
        return meetings.stream().flatMap(meeting -> meeting.groupIds().stream()).collect(Collectors.toSet());
    }

    private void collectAffected(Problem problem, Timetable timetable, boolean isImportedOnly) {
        timetable.meetings().stream()
                .filter(meeting -> repeating.contains(meeting.interventionId()))
                .forEach(meeting -> touched.addAll(meeting.groupIds()));
        planned.forEach(entry -> entry.staff().forEach(person -> touched.add(person.id())));
        planned.forEach(entry -> roomsTaken(entry).forEach(touched::add));
        if (isImportedOnly) {
            for (Lesson lesson : problem.lessons()) {
                touched.addAll(lesson.groupIds());
                touched.addAll(lesson.staffIds());
            }
        }
    }

    /** Returns the rooms that the plan uses: of an existing lesson only the extra rooms. */
    private static Stream<RoomId> roomsTaken(TimetableEntry entry) {
        var meeting = entry.occurrence().meeting();
        return entry.existing() != null
                ? meeting.extraRoomIds().stream()
                : entry.rooms().stream().map(NamedEntity::id);
    }

    /** Returns everything: the existing timetable, what was planned over it, and events. */
    public TimetableViews allViews() {
        return all;
    }

    /** Returns the groups with repeating planned entries, in the order of their names; before anything is planned, all groups with lessons. */
    public List<NamedEntity<GroupId>> classes() {
        return all.teams().stream()
                .filter(group -> touched.contains(group.id()))
                .toList();
    }

    /**
     * Returns the staff with planned entries and the teachers of lessons that get additional staff, in the problem's order.
     *
     * @param others further people to include
     */
    public List<NamedEntity<StaffId>> staff(Collection<Id> others) {
        return all.staff().stream()
                .filter(person -> touched.contains(person.id()) || others.contains(person.id()))
                .toList();
    }

    /** Returns the rooms that the plan uses, in the problem's order. */
    public List<NamedEntity<RoomId>> rooms() {
        return all.rooms().stream().filter(room -> touched.contains(room.id())).toList();
    }

    /** Returns the students who have repeating support besides their ordinary lessons. */
    public SupportedStudents supportedStudents() {
        return new SupportedStudents(all, repeating);
    }

    /** Returns the number of weeks with planned entries. */
    public int plannedWeeks() {
        return (int) planned.stream()
                .map(entry -> entry.occurrence().week())
                .distinct()
                .count();
    }

    /** Whether the plan has events. */
    public boolean hasEvents() {
        return !events.entries().isEmpty();
    }
}
