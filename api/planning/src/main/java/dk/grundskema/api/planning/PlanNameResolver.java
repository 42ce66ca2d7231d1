package dk.grundskema.api.planning;

import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.documents.timetable.TitleNames;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Resolves ids to display names. Students are named as students, so that readers see that a child is meant. Names with additional words are built on
 * demand: a large school has thousands, and a page shows few.
 */
public final class PlanNameResolver implements Function<Object, Object> {
    private final Texts texts;
    private final StudentNaming people;
    private final Map<Object, String> byId = new HashMap<>();
    private final Map<Object, Supplier<String>> worded = new HashMap<>();
    private final Map<StudentId, String> students = new HashMap<>();

    /** How students are named. */
    public enum StudentNaming implements UnaryOperator<Object> {
        /** By id: in the output of the command line. */
        IDS,
        /** By name: for planners who ask for names. */
        NAMES,
        /** By number: for readers who must not see students' names. */
        NUMBERS;

        /** Returns the name of a student in a file as text if it may be shown; anything else is returned unchanged. */
        @Override
        public Object apply(Object argument) {
            return this == NAMES && argument instanceof StudentName student ? student.name() : argument;
        }

        private String of(Student student, StudentAliases numbers) {
            return switch (this) {
                case IDS -> student.id().value();
                case NAMES -> student.name();
                case NUMBERS -> String.valueOf(numbers.number(student.id()).orElseThrow());
            };
        }
    }

    /**
     * @param texts   words around names
     * @param problem problem with the people, places and interventions
     * @param demands demands of its interventions: groups to be formed, and sessions
     * @param people  how students are named
     */
    public PlanNameResolver(Texts texts, Problem problem, List<Demand> demands, StudentNaming people) {
        this.texts = texts;
        problem.sites().forEach(site -> byId.put(site.id(), site.name()));
        problem.rooms().forEach(room -> byId.put(room.id(), room.name()));
        problem.schools().forEach(school -> byId.put(school.id(), school.name()));
        problem.staff().forEach(person -> byId.put(person.id(), person.name()));
        this.people = people;
        var numbers = StudentAliases.of(problem);
        for (Student student : problem.students()) {
            String called = people.of(student, numbers);
            worded.put(student.id(), () -> texts.text("name.student", called));
            students.put(student.id(), called);
        }
        problem.groups().forEach(group -> byId.put(group.id(), group.name()));
        problem.lessons().forEach(lesson -> byId.put(lesson.id(), lesson.title()));
        problem.interventions().forEach(each -> byId.put(each.id(), each.title()));
        for (Demand demand : demands) {
            demand.groupings()
                    .forEach(grouping -> grouping.groups().forEach(group -> byId.put(group.id(), group.name())));
        }
        demands.forEach(this::nameSessions);
    }

    private void nameSessions(Demand demand) {
        for (Session session : demand.sessions()) {
            worded.put(
                    session.id(),
                    () -> session.isFixedInTime()
                            ? heldSessionName(
                                    session.title(),
                                    session.groups(),
                                    session.times().getFirst())
                            : unplacedSessionName(session.title(), session.groups()));
        }
        demand.seats()
                .forEach(seat -> seat.sessions().stream()
                        .findFirst()
                        .ifPresent(
                                session -> worded.put(seat.id(), worded.getOrDefault(session, () -> session.value()))));
    }

    /** Returns a copy that names sessions after their meetings in a timetable. */
    public PlanNameResolver withTimetable(Timetable timetable) {
        for (Meeting meeting : timetable.meetings()) {
            worded.put(meeting.sessionId(), () -> heldSessionName(meeting.title(), meeting.groupIds(), meeting.time()));
        }
        return this;
    }

    /** Returns a function that names students without additional words: for table cells, where the heading shows that they are students. */
    public Function<Object, Object> forTables() {
        return each -> each instanceof StudentId id && students.containsKey(id) ? students.get(id) : apply(each);
    }

    private String heldSessionName(String title, List<GroupId> groups, MeetingTime time) {
        var when = time.weeks().size() == 1 ? time.weeks().first().date(time.weekday()) : time.weekday();
        String others = groupsNotInTitle(title, groups);
        return others.isEmpty()
                ? texts.text("name.session-held", title, when, time.start())
                : texts.text("name.session-of-groups-held", title, others, when, time.start());
    }

    private String unplacedSessionName(String title, List<GroupId> groups) {
        String others = groupsNotInTitle(title, groups);
        return others.isEmpty()
                ? texts.text("name.session", title)
                : texts.text("name.session-of-groups", title, others);
    }

    /** Returns a meeting's title with those of its groups that the title does not contain. */
    public String titleWithGroups(Meeting meeting) {
        String groups = groupsNotInTitle(meeting.title(), meeting.groupIds());
        return groups.isEmpty() ? meeting.title() : texts.text("name.title-of-groups", meeting.title(), groups);
    }

    /** Returns the groups of a meeting that its title does not contain; empty if there are more than two, because the text would be too long. */
    public String fewGroupsNotInTitle(Meeting meeting) {
        return meeting.groupIds().size() > 2 ? "" : groupsNotInTitle(meeting.title(), meeting.groupIds());
    }

    /** Returns when a lesson is and what is taught, with those of its groups that its title does not contain, unless there are more than two. */
    public String lessonText(Lesson lesson) {
        MeetingTime time = lesson.time();
        String text = texts.text("repair.meeting", time.start(), time.end(), lesson.title());
        String groups = lesson.groupIds().size() > 2 ? "" : groupsNotInTitle(lesson.title(), lesson.groupIds());
        return groups.isEmpty() ? text : text + " (" + groups + ")";
    }

    /** Returns the names of the groups that a title does not contain; empty if it contains all. */
    private String groupsNotInTitle(String title, List<GroupId> groups) {
        return groups.stream()
                .map(this::nameOf)
                .filter(name -> !TitleNames.isNamed(title, name))
                .collect(Collectors.joining(", "));
    }

    /** Returns the name for an id; the id itself if it is unknown. */
    public String nameOf(Object id) {
        Supplier<String> words = worded.get(id);
        if (words == null && people == StudentNaming.NUMBERS && PseudonymousIds.mayRevealStudent(id)) {
            return id instanceof StudentId
                    ? texts.text("name.student", PseudonymousIds.UNKNOWN_SESSION)
                    : PseudonymousIds.UNKNOWN_SESSION;
        }
        return words == null ? byId.getOrDefault(id, String.valueOf(id)) : words.get();
    }

    @Override
    public Object apply(Object argument) {
        return switch (argument) {
            case StaffMember person -> person.name();
            case Student student -> nameOf(student.id());
            case StudentId student -> nameOf(student);
            case StudentName student -> people.apply(student);
            case Room room -> room.name();
            case Group group -> group.name();
            case Session session -> nameOf(session.id());
            case SessionId session -> nameOf(session);
            case SeatId seat -> nameOf(seat);
            case IsoWeek week -> String.valueOf(week.week());
            default -> byId.containsKey(argument) || worded.containsKey(argument) ? nameOf(argument) : argument;
        };
    }
}
