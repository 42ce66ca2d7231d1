package dk.grundskema.api.house;

import dk.grundskema.api.timetable.NumberedIds;
import dk.grundskema.api.timetable.StudentAliases;
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
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people call what has an id. Students are named as students, so that a reader sees that a child is meant. Names that take words around them
 * are put together when somebody asks for them: a large school has thousands, and a page names a few.
 */
public final class Names implements Function<Object, Object> {
    private final Texts texts;
    private final OfStudents people;
    private final Map<Object, String> byId = new HashMap<>();
    private final Map<Object, Supplier<String>> worded = new HashMap<>();
    private final Map<StudentId, String> students = new HashMap<>();

    /** What students are called. */
    public enum OfStudents {
        /** By their ids: on the command line's screen. */
        IDS,
        /** By their names: where a planner asks for them. */
        NAMES,
        /** By their numbers: where those read who may not see who students are. */
        NUMBERS;

        private String of(Student student, StudentAliases numbers) {
            return switch (this) {
                case IDS -> student.id().value();
                case NAMES -> student.name();
                case NUMBERS -> String.valueOf(numbers.number(student.id()).orElseThrow());
            };
        }
    }

    /**
     * @param texts   for the words around names
     * @param problem whose people, places and interventions are named
     * @param demands what its interventions ask for: groups that are to be formed, and sessions
     * @param people  what students are called
     */
    public Names(Texts texts, Problem problem, List<Demand> demands, OfStudents people) {
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
                            ? held(
                                    session.title(),
                                    session.groups(),
                                    session.times().getFirst())
                            : unplaced(session.title(), session.groups()));
        }
        demand.seats()
                .forEach(seat -> seat.sessions().stream()
                        .findFirst()
                        .ifPresent(
                                session -> worded.put(seat.id(), worded.getOrDefault(session, () -> session.value()))));
    }

    /** The same names, but sessions as they came out. */
    public Names with(Timetable timetable) {
        for (Meeting meeting : timetable.meetings()) {
            worded.put(meeting.sessionId(), () -> held(meeting.title(), meeting.groupIds(), meeting.time()));
        }
        return this;
    }

    /** The same names, but of students their names alone: for cells of tables, under whose headings nobody takes them for somebody else. */
    public Function<Object, Object> inTables() {
        return each -> each instanceof StudentId id && students.containsKey(id) ? students.get(id) : apply(each);
    }

    private String held(String title, List<GroupId> groups, MeetingTime time) {
        var when = time.weeks().size() == 1 ? time.weeks().first().date(time.weekday()) : time.weekday();
        String others = beside(title, groups);
        return others.isEmpty()
                ? texts.text("name.session-held", title, when, time.start())
                : texts.text("name.session-of-groups-held", title, others, when, time.start());
    }

    private String unplaced(String title, List<GroupId> groups) {
        String others = beside(title, groups);
        return others.isEmpty()
                ? texts.text("name.session", title)
                : texts.text("name.session-of-groups", title, others);
    }

    /** A meeting's title and its groups, as far as the title doesn't name them. */
    public String titled(Meeting meeting) {
        String groups = beside(meeting.title(), meeting.groupIds());
        return groups.isEmpty() ? meeting.title() : texts.text("name.title-of-groups", meeting.title(), groups);
    }

    /** A meeting's groups that its title doesn't name; empty also where there are more than two, which would be too long. */
    public String fewBeside(Meeting meeting) {
        return meeting.groupIds().size() > 2 ? "" : beside(meeting.title(), meeting.groupIds());
    }

    /** Names of groups that a title doesn't have in it; empty if it has them all. */
    private String beside(String title, List<GroupId> groups) {
        return groups.stream()
                .map(this::of)
                .filter(name -> !title.contains(name))
                .collect(Collectors.joining(", "));
    }

    /** The name of whatever has this id; the id itself if it names nothing. */
    public String of(Object id) {
        Supplier<String> words = worded.get(id);
        if (words == null && people == OfStudents.NUMBERS && NumberedIds.mayTell(id)) {
            return id instanceof StudentId
                    ? texts.text("name.student", NumberedIds.UNKNOWN_SESSION)
                    : NumberedIds.UNKNOWN_SESSION;
        }
        return words == null ? byId.getOrDefault(id, String.valueOf(id)) : words.get();
    }

    @Override
    public Object apply(Object argument) {
        return switch (argument) {
            case StaffMember person -> person.name();
            case Student student -> of(student.id());
            case StudentId student -> of(student);
            case Room room -> room.name();
            case Group group -> group.name();
            case Session session -> of(session.id());
            case SessionId session -> of(session);
            case SeatId seat -> of(seat);
            case IsoWeek week -> String.valueOf(week.week());
            default -> byId.containsKey(argument) || worded.containsKey(argument) ? of(argument) : argument;
        };
    }
}
