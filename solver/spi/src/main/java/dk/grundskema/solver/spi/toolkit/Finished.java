package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An intervention as it came out, read off the finished timetable alone: for checks and reports, which share nothing with what expands the
 * intervention or declares its rules.
 */
public final class Finished {
    /**
     * A meeting on one of its dates.
     *
     * @param meeting the meeting
     * @param date    when it starts
     */
    public record Held(Meeting meeting, LocalDate date) {
        /** The week of the date. */
        public IsoWeek week() {
            return IsoWeek.of(date);
        }
    }

    private static final Comparator<Held> IN_TIME = Comparator.comparing(Held::date)
            .thenComparing(one -> one.meeting().start())
            .thenComparing(one -> one.meeting().sessionId().value());

    private static final Pattern NUMBERED = Pattern.compile("-.+-\\d+");

    private final String prefix;
    private final Problem problem;
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final List<GroupMembers> groups;
    private final List<Task> tasks;

    /**
     * @param intervention which intervention
     * @param problem      the problem that it is of
     * @param timetable    what came of it
     */
    public Finished(Intervention<?> intervention, Problem problem, Timetable timetable) {
        this.prefix = intervention.id() + "/";
        this.problem = problem;
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.interventionId().equals(intervention.id())) {
                meetings.put(meeting.sessionId().value(), meeting);
            }
        }
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        timetable.groups().forEach(group -> members.put(group.id(), group.members()));
        groups = timetable.groups();
        tasks = timetable.tasks().stream()
                .filter(task -> task.interventionId().equals(intervention.id()))
                .toList();
    }

    /**
     * A group that the intervention formed.
     *
     * @param id       the group
     * @param parts    what its id says after the intervention's id: the parts between slashes; of {@link DemandDraft#groupIds} the word and the number
     * @param members  who is in it in some week, at least one
     * @param meetings what is held for it, in the timetable's order
     */
    public record Formed(GroupId id, List<String> parts, List<StudentId> members, List<Meeting> meetings) {
        /** Its meetings of a kind. */
        public List<Meeting> meetings(String kind) {
            return meetings.stream().filter(one -> one.kind().equals(kind)).toList();
        }
    }

    /**
     * The groups with students that are the intervention's by their ids, in the order of ids; 2 comes before 10. These are ids that go on with a slash
     * after the intervention's, and those of {@link DemandDraft#groupIds}.
     */
    public List<Formed> formed() {
        return members.keySet().stream()
                .filter(id -> ownPart(id).isPresent() && !members(id).isEmpty())
                .sorted(Comparator.comparing((GroupId id) -> id.value().replaceAll("\\d+$", ""))
                        .thenComparingInt(id -> id.value().length())
                        .thenComparing(GroupId::value))
                .map(id ->
                        new Formed(id, List.of(ownPart(id).orElseThrow().split("/", -1)), members(id), meetingsOf(id)))
                .toList();
    }

    /**
     * What a group's id says after the intervention's id, with slashes between the parts; empty if the group isn't the intervention's. Of two
     * interventions whose ids a numbered group begins with, it is that of the longer.
     */
    private Optional<String> ownPart(GroupId group) {
        String id = group.value();
        if (id.startsWith(prefix)) {
            return Optional.of(id.substring(prefix.length()));
        }
        String own = prefix.substring(0, prefix.length() - 1);
        boolean isNumbered = id.startsWith(own + "-")
                && NUMBERED.matcher(id.substring(own.length())).matches();
        boolean isOthers =
                problem.groups().stream().anyMatch(given -> given.id().equals(group))
                        || problem.interventions().stream()
                                .map(one -> one.id().value())
                                .anyMatch(one -> one.length() > own.length() && id.startsWith(one + "-"));
        return isNumbered && !isOthers
                ? Optional.of(id.substring(prefix.length()).replaceFirst("-(\\d+)$", "/$1"))
                : Optional.empty();
    }

    private List<Meeting> meetingsOf(GroupId group) {
        return meetings.values().stream()
                .filter(one -> one.groupIds().contains(group))
                .toList();
    }

    /** All meetings of the intervention, in the timetable's order. */
    public List<Meeting> meetings() {
        return List.copyOf(meetings.values());
    }

    /** Its meetings of a kind, in the timetable's order. */
    public List<Meeting> meetings(String kind) {
        return meetings.values().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /**
     * A meeting by the end of its session's id; empty if it is not held.
     *
     * @param id what follows the intervention's id and a slash
     */
    public Optional<Meeting> meeting(String id) {
        return Optional.ofNullable(meetings.get(prefix + id));
    }

    /**
     * What a session's id says after the intervention's id: the parts between slashes, as {@link DemandDraft#id} put them together. Parts of a
     * session that was split by date have the id that they are a part of.
     */
    public List<String> parts(Meeting meeting) {
        String id = (meeting.originId() != null ? meeting.originId() : meeting.sessionId()).value();
        return id.startsWith(prefix) ? List.of(id.substring(prefix.length()).split("/", -1)) : List.of(id);
    }

    /** What was held of a kind, date by date, in order of time. */
    public List<Held> held(String kind) {
        var held = new ArrayList<Held>();
        meetings(kind).forEach(one -> one.time().dates().forEach(date -> held.add(new Held(one, date))));
        held.sort(IN_TIME);
        return held;
    }

    /** Its meetings of a kind that are about something: whose ids go on with it after the kind. */
    public List<Meeting> meetings(String kind, String about) {
        return meetings(kind).stream()
                .filter(one -> parts(one).size() > 1 && parts(one).get(1).equals(about))
                .toList();
    }

    /** The tasks of a kind, in the timetable's order. */
    public List<Task> tasks(String kind) {
        return tasks.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Who is in a group in some week, given or joined, in order; empty also if there is no such group. */
    public List<StudentId> members(GroupId group) {
        return members.getOrDefault(group, List.of()).stream()
                .map(GroupMember::studentId)
                .distinct()
                .toList();
    }

    /**
     * The groups of the intervention whose ids go on in a way, in the timetable's order.
     *
     * @param beginning how what follows the intervention's id begins, with slashes between the parts as in {@link Formed#parts}
     */
    public List<GroupMembers> groups(String beginning) {
        return groups.stream()
                .filter(group -> ownPart(group.id())
                        .filter(part -> part.startsWith(beginning))
                        .isPresent())
                .toList();
    }

    /**
     * How many students the place of a meeting holds: its rooms, or without any those of the lessons that its students are in then; any number if
     * one of these lessons names no room, and 0 if there are none.
     */
    public long places(Meeting meeting, OwnLessons lessons) {
        Set<RoomId> rooms = new LinkedHashSet<>(meeting.extraRoomIds());
        if (meeting.roomId() != null) {
            rooms.add(meeting.roomId());
        } else {
            for (StudentId one : students(meeting, meeting.weeks().first())) {
                for (Lesson lesson : lessons.inTheWay(one, meeting.time())) {
                    if (lesson.rooms().isEmpty()) {
                        return Long.MAX_VALUE;
                    }
                    rooms.addAll(lesson.rooms());
                }
            }
        }
        return problem.rooms().stream()
                .filter(room -> rooms.contains(room.id()))
                .mapToLong(Room::capacity)
                .sum();
    }

    /** Who is in a group in a week. */
    public List<StudentId> members(GroupId group, IsoWeek week) {
        return members.getOrDefault(group, List.of()).stream()
                .filter(one -> one.weeks().isEmpty() || one.weeks().contains(week))
                .map(GroupMember::studentId)
                .distinct()
                .toList();
    }

    /** Whether the members of a group are the same in all weeks; so is a group without any. */
    public boolean isFixed(GroupId group) {
        return members.getOrDefault(group, List.of()).stream()
                .allMatch(one -> one.weeks().isEmpty());
    }

    /** The students of a meeting in a week: those of its groups, then the single ones, each once. */
    public Set<StudentId> students(Meeting meeting, IsoWeek week) {
        Set<StudentId> there = new LinkedHashSet<>();
        meeting.groupIds().forEach(group -> there.addAll(members(group, week)));
        there.addAll(meeting.studentIds());
        return there;
    }

    /** The meetings of a kind that a student takes part in, date by date, in order of time. */
    public List<Held> heldFor(StudentId student, String kind) {
        return held(kind).stream()
                .filter(one -> students(one.meeting(), one.week()).contains(student))
                .toList();
    }

    /** Who fills the seats of a meeting, each once, in their order; empty seats are left out. */
    public static List<StaffId> staff(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether nobody is missing in a meeting. */
    public static boolean isManned(Meeting meeting) {
        return meeting.seats().stream().allMatch(seat -> seat.staffId() != null);
    }

    /** Who fills the seats of a role of a meeting, each once, in their order. */
    public static List<StaffId> staff(Meeting meeting, String role) {
        return meeting.seats().stream()
                .filter(seat -> seat.role().equals(role))
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How many of some meetings are held in each week with any. */
    public static SortedMap<IsoWeek, Integer> perWeek(Collection<Meeting> meetings) {
        var held = new TreeMap<IsoWeek, Integer>();
        meetings.forEach(meeting -> meeting.weeks().forEach(week -> held.merge(week, 1, Integer::sum)));
        return held;
    }

    /** The rooms of some meetings, each once, in their order; without those besides the first of each. */
    public static List<RoomId> rooms(Collection<Meeting> meetings) {
        return meetings.stream()
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Elapsed minutes of a meeting on one of its dates. */
    public long minutes(Held one) {
        return interval(one).minutes();
    }

    /** Minutes of a meeting by the clock, each time that it is held. */
    public static long minutes(Meeting meeting) {
        return meeting.time().interval(meeting.weeks().first(), ZoneOffset.UTC).minutes();
    }

    /** When a meeting is held on one of its dates, in true time. */
    public Interval interval(Held one) {
        return one.meeting().time().interval(one.week(), problem.horizon().zone());
    }

    /** The weeks in which something of a kind is held. */
    public SortedSet<IsoWeek> weeks(String kind) {
        var weeks = new TreeSet<IsoWeek>();
        meetings(kind).forEach(one -> weeks.addAll(one.weeks()));
        return weeks;
    }

    /**
     * Adds a hard fault for each meeting of a kind that is not in usable time altogether: its minutes, and the session.
     *
     * @param rule without the plugin's id
     */
    public void outsideUsableTime(String kind, List<UsableTime> usable, String rule, FaultList faults) {
        meetings(kind)
                .forEach(one ->
                        faults.hard(rule, UsableTime.holds(usable, one.time()) ? 0 : minutes(one), one.sessionId()));
    }

    /**
     * Adds a hard fault for each two meetings of a kind whose sessions' ids differ in their last part only, if they are held at once: the minutes
     * that they share, and the later session.
     *
     * @param rule without the plugin's id
     */
    public void partsAtOnce(String kind, String rule, FaultList faults) {
        List<Held> held = held(kind);
        for (Held one : held) {
            List<String> mine = parts(one.meeting());
            for (Held other : held) {
                List<String> others = parts(other.meeting());
                boolean isLater =
                        other.meeting().sessionId().compareTo(one.meeting().sessionId()) > 0;
                if (isLater && mine.subList(0, mine.size() - 1).equals(others.subList(0, others.size() - 1))) {
                    faults.hard(
                            rule,
                            interval(one).overlap(interval(other)),
                            other.meeting().sessionId());
                }
            }
        }
    }

    /** The dates on which a student has a task or a meeting of a kind, in order. */
    public SortedSet<LocalDate> dates(StudentId student, String kind) {
        var dates = new TreeSet<LocalDate>();
        tasks(kind).stream()
                .filter(task -> task.studentIds().contains(student))
                .forEach(task -> dates.add(task.date()));
        heldFor(student, kind).forEach(one -> dates.add(one.date()));
        return dates;
    }

    /**
     * Something that students were given: in a meeting, or as something to be done on a date.
     *
     * @param date     when
     * @param students to whom
     * @param staff    by whom; empty means that this is open
     */
    public record Given(LocalDate date, List<StudentId> students, List<StaffId> staff) {
        /** On which dates, in order. */
        public static SortedSet<LocalDate> dates(Collection<Given> some) {
            return some.stream().map(Given::date).collect(Collectors.toCollection(TreeSet::new));
        }

        /** To whom, in the order of ids. */
        public static SortedSet<StudentId> students(Collection<Given> some) {
            return some.stream().flatMap(one -> one.students.stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        /** By whom, in the order of ids. */
        public static SortedSet<StaffId> staff(Collection<Given> some) {
            return some.stream().flatMap(one -> one.staff.stream()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * What was given of a kind that is about something: in meetings and tasks whose ids go on with it after the kind, in the order of dates.
     *
     * @param about what follows the kind; empty means anything
     */
    public List<Given> given(String kind, String about) {
        var given = new ArrayList<Given>();
        for (Meeting meeting : about.isEmpty() ? meetings(kind) : meetings(kind, about)) {
            for (LocalDate date : meeting.time().dates()) {
                var students = List.copyOf(students(meeting, IsoWeek.of(date)));
                given.add(new Given(date, students, staff(meeting)));
            }
        }
        for (Task task : tasks(kind)) {
            if (task.taskId().value().startsWith(prefix + kind + "/" + (about.isEmpty() ? "" : about + "/"))) {
                StaffId who = task.staffId();
                given.add(new Given(task.date(), task.studentIds(), who == null ? List.of() : List.of(who)));
            }
        }
        given.sort(Comparator.comparing(Given::date));
        return given;
    }

    /**
     * Adds a medium fault for each adult in a meeting of a kind who doesn't teach all of its single students: how many of them, the session and
     * the adult.
     *
     * @param rule without the plugin's id
     */
    public void strangers(String kind, String rule, FaultList faults) {
        var lessons = new OwnLessons(problem);
        for (Meeting meeting : meetings(kind)) {
            for (StaffId who : staff(meeting)) {
                var taught = lessons.of(who).stream()
                        .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                        .toList();
                long strangers = meeting.studentIds().stream()
                        .filter(one -> lessons.of(one).stream().noneMatch(taught::contains))
                        .count();
                faults.medium(rule, strangers, meeting.sessionId(), who);
            }
        }
    }
}
