package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.smallgroups.Candidate;
import dk.grundskema.plugins.smallgroups.SmallGroupsParameters;
import dk.grundskema.plugins.smallgroups.SmallGroupsPlugin;
import dk.grundskema.plugins.smallgroups.Tutor;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Facts of small groups in the form that the model needs: possible students, times and tutors of each group. */
final class GroupsFacts {
    /**
     * A place for a group.
     *
     * @param id       its id
     * @param pool     number of its pool
     * @param sessions its sessions of each week
     * @param seat     the tutor's
     */
    record GroupPlace(GroupId id, int pool, List<SessionId> sessions, SeatId seat) {}

    /**
     * Students and places where any student may join any place, and all places are alike.
     *
     * @param students the candidates, ordered by area and level
     * @param places   numbers of the places
     * @param tutors   possible tutors
     */
    record StudentPool(List<Candidate> students, List<Integer> places, List<StaffId> tutors) {}

    private final Problem problem;
    private final SmallGroupsParameters parameters;
    private final Demand demand;
    private final List<GroupPlace> places = new ArrayList<>();
    private final List<StudentPool> pools = new ArrayList<>();
    private final List<MeetingTime> times;
    private final List<RoomId> rooms;
    private final Map<StaffId, List<WeekdayTime>> taught = new HashMap<>();
    private final Map<StudentId, List<WeekdayTime>> learnt = new HashMap<>();
    private final Map<StudentId, Map<String, Set<StaffId>>> teachers = new HashMap<>();

    private GroupsFacts(Problem problem, Intervention<SmallGroupsParameters> groups) {
        this.problem = problem;
        this.parameters = groups.parameters();
        this.demand = new SmallGroupsPlugin().expand(groups, problem, List.of());
        var allTimes = new TreeSet<>(java.util.Comparator.comparing(MeetingTime::weekday)
                .thenComparing(MeetingTime::start)
                .thenComparing(MeetingTime::end));
        demand.sessions().forEach(session -> allTimes.addAll(session.times()));
        this.times = List.copyOf(allTimes);
        this.rooms = demand.sessions().getFirst().rooms();
        requireSupported(
                demand.sessions().stream().allMatch(one -> one.rooms().equals(rooms)),
                "sessions that can't have the same rooms");
        for (Lesson lesson : problem.lessons()) {
            addLesson(lesson);
        }
        demand.groupings().forEach(this::addPool);
        requireSimpleTimes();
    }

    /**
     * Reads the facts of a problem.
     *
     * @throws IllegalArgumentException if it has something that the model does not support
     */
    @SuppressWarnings("unchecked") // the parameters' type is checked
    static GroupsFacts of(Problem problem) {
        Intervention<?> only = problem.interventions().getFirst();
        requireSupported(
                problem.interventions().size() == 1 && only.parameters() instanceof SmallGroupsParameters,
                "no small groups alone");
        var parameters = (SmallGroupsParameters) only.parameters();
        requireSupported(problem.locks().isEmpty() && problem.memberLocks().isEmpty(), "locks");
        requireSupported(problem.sites().size() == 1, "several sites");
        requireSupported(problem.staff().stream().allMatch(one -> one.wishes().isEmpty()), "wishes of staff");
        requireSupported(
                parameters.talkMinutes() == 0
                        && parameters.cover().isEmpty()
                        && parameters.outside().isEmpty()
                        && parameters.gatherings().isEmpty()
                        && parameters.tutorHoursPerWeek() == null
                        && parameters.tutorsPerGroup() == 1
                        && parameters.oneSessionADay() == RuleStrength.WISH,
                "talks, covers, lessons that are missed, gatherings, hours of all tutors, several tutors of a group, one session a day as a requirement");
        SchoolFacts.requireNoDateLimits(problem, Stream.empty());
        return new GroupsFacts(problem, (Intervention<SmallGroupsParameters>) only);
    }

    private static void requireSupported(boolean condition, String otherwise) {
        SchoolFacts.requireSupported(condition, otherwise);
    }

    private void addLesson(Lesson lesson) {
        WeekdayTime when = WeekdayTime.of(lesson.time());
        lesson.staffIds()
                .forEach(who ->
                        taught.computeIfAbsent(who, any -> new ArrayList<>()).add(when));
        Set<StudentId> there = new HashSet<>(lesson.studentIds());
        for (Group group : problem.groups()) {
            if (lesson.groupIds().contains(group.id())) {
                group.members().forEach(member -> there.add(member.studentId()));
            }
        }
        for (StudentId student : there) {
            learnt.computeIfAbsent(student, any -> new ArrayList<>()).add(when);
            teachers.computeIfAbsent(student, any -> new HashMap<>())
                    .computeIfAbsent(lesson.subject(), any -> new HashSet<>())
                    .addAll(lesson.staffIds());
        }
    }

    private void addPool(Grouping grouping) {
        Map<GroupId, List<SessionId>> sessions = new LinkedHashMap<>();
        String subject = "";
        for (Session session : demand.sessions()) {
            GroupId group = session.awakeWith();
            if (group != null
                    && grouping.groups().stream().anyMatch(one -> one.id().equals(group))) {
                sessions.computeIfAbsent(group, any -> new ArrayList<>()).add(session.id());
                subject = session.subject();
            }
        }
        var numbers = new ArrayList<Integer>();
        List<StaffId> tutors = List.of();
        for (Group group : grouping.groups()) {
            List<SessionId> own = Objects.requireNonNull(sessions.get(group.id()));
            Seat seat = demand.seats().stream()
                    .filter(one -> one.sessions().equals(own))
                    .findFirst()
                    .orElseThrow();
            requireSupported(
                    group.members().isEmpty() && own.size() == parameters.sessionsPerWeek(),
                    "members given from the start");
            numbers.add(places.size());
            places.add(new GroupPlace(group.id(), pools.size(), List.copyOf(own), seat.id()));
            tutors = seat.candidates();
        }
        String of = subject;
        List<Candidate> students = grouping.students().stream()
                .map(student -> parameters.candidates().stream()
                        .filter(one ->
                                one.studentId().equals(student) && one.subject().equals(of))
                        .findFirst()
                        .orElseThrow())
                .toList();
        pools.add(new StudentPool(students, numbers, tutors));
    }

    /** Requires that all times and rooms are alike, so that rooms can be assigned after the search. */
    private void requireSimpleTimes() {
        List<WeekdayTime> occasions = times.stream().map(WeekdayTime::of).toList();
        for (int i = 0; i < occasions.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireSupported(!occasions.get(i).overlaps(occasions.get(j)), "times that overlap");
            }
        }
        for (Room room : problem.rooms()) {
            if (rooms.contains(room.id())) {
                requireSupported(
                        room.capacity() >= parameters.largest()
                                && room.availability()
                                        .unavailableIntervals(problem.horizon())
                                        .isEmpty()
                                && problem.lessons().stream()
                                        .noneMatch(lesson -> lesson.rooms().contains(room.id())),
                        "rooms that aren't always free");
            }
        }
        long aDay = problem.support().minutesPerDay() / parameters.sessionMinutes();
        requireSupported(parameters.sessionsPerWeek() <= aDay + 1, "days with two sessions more than support may take");
        requireSupported(
                problem.support().minutesPerWeek() >= parameters.sessionsPerWeek() * parameters.sessionMinutes(),
                "weeks with more sessions than support may take");
    }

    Problem problem() {
        return problem;
    }

    SmallGroupsParameters parameters() {
        return parameters;
    }

    List<GroupPlace> places() {
        return places;
    }

    List<StudentPool> pools() {
        return pools;
    }

    /** Returns the pool of a place. */
    StudentPool poolOf(int place) {
        return pools.get(places.get(place).pool());
    }

    List<MeetingTime> times() {
        return times;
    }

    List<RoomId> rooms() {
        return rooms;
    }

    /** Returns a tutor's maximum number of sessions a week. */
    int mostSessionsPerWeek(StaffId tutor) {
        return parameters.tutors().stream()
                .filter(one -> one.staffId().equals(tutor))
                .map(Tutor::mostSessionsPerWeek)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst()
                .orElse(times.size());
    }

    List<WeekdayTime> taughtTimes(StaffId tutor) {
        return taught.getOrDefault(tutor, List.of());
    }

    boolean isTutorFree(StaffId tutor, MeetingTime time) {
        return isFree(
                taughtTimes(tutor), problem.staffMember(tutor).orElseThrow().availability(), time);
    }

    boolean isStudentFree(StudentId student, MeetingTime time) {
        return isFree(learnt.getOrDefault(student, List.of()), student(student).availability(), time);
    }

    private boolean isFree(List<WeekdayTime> busy, Availability availability, MeetingTime time) {
        WeekdayTime when = WeekdayTime.of(time);
        List<Interval> never = availability.unavailableIntervals(problem.horizon());
        return busy.stream().noneMatch(when::overlaps)
                && time.intervals(problem.horizon().zone()).stream()
                        .noneMatch(held -> never.stream().anyMatch(held::overlaps));
    }

    Student student(StudentId id) {
        return problem.student(id).orElseThrow();
    }

    /** Returns the staff who teach a candidate the subject. */
    Set<StaffId> teachers(Candidate one) {
        return teachers.getOrDefault(one.studentId(), Map.of()).getOrDefault(one.subject(), Collections.emptySet());
    }
}
