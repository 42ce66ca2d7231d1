package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.UsableTimeSuggestions;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds times at which several students can meet: inside lessons that suit all of them, or in usable time when all are free. */
final class CommonTimeFinder {
    private final Problem problem;
    private final SortedSet<IsoWeek> weeks;
    private final int minutes;
    private final FreeTime free;
    private final Map<RoomId, Integer> capacities = new HashMap<>();

    /**
     * @param problem the problem with lessons, rooms and people
     * @param weeks   weeks of the meetings
     * @param minutes length of a meeting, 1 or more
     */
    CommonTimeFinder(Problem problem, SortedSet<IsoWeek> weeks, int minutes) {
        this.problem = problem;
        this.weeks = weeks;
        this.minutes = minutes;
        this.free = new FreeTime(problem);
        problem.rooms().forEach(room -> capacities.put(room.id(), room.capacity()));
    }

    /** Returns the free times and lessons of people. */
    FreeTime freeTime() {
        return free;
    }

    /**
     * Returns times in usable time, in the order of the week, each with the weeks in which all students who are there are free, and at least
     * {@value SetMembers#LEAST} are there.
     */
    List<MeetingTime> timesOutsideLessons(SetMembers members, List<UsableTime> usable) {
        return times(usable, members, (there, time) -> there.stream().allMatch(one -> free.isFree(one, time)));
    }

    /**
     * Returns times inside lessons, in the order of the week. The weeks of each are those in which every student who is there is in a suitable lesson
     * for the whole time, and in no other lesson, and at least {@value SetMembers#LEAST} are there. If it is not known which of several lessons a student attends, all of them must suit.
     *
     * @param suits      selects suitable lessons
     * @param inOwnRooms whether the rooms of these lessons must hold all students together; a lesson without a room holds any number
     */
    List<MeetingTime> timesInsideLessons(SetMembers members, Predicate<Lesson> suits, boolean inOwnRooms) {
        Set<StudentId> some = distinctByTimetable(members);
        var parts = new ArrayList<UsableTime>();
        for (Lesson lesson : suitableLessons(some, suits)) {
            MeetingTime time = lesson.time();
            if (!time.endsNextDay()) {
                parts.add(new UsableTime(new TreeSet<>(Set.of(time.weekday())), time.start(), time.end()));
            }
        }
        return times(parts, members, (there, time) -> {
            var hosts = there.stream()
                    .filter(some::contains)
                    .map(one -> hostLesson(one, time, suits))
                    .toList();
            return hosts.stream().allMatch(Optional::isPresent)
                    && (!inOwnRooms
                            || roomCapacity(hosts.stream().map(Optional::get).toList()) >= there.size());
        });
    }

    /**
     * Offers changes that would give more common time inside lessons, each with the resulting number of disjoint times: one more subject, with the
     * code {@code change-subject} and the subject; a room for all, if they are in their own rooms, with {@code change-room} and {@code what};
     * leaving out one student, with {@code change-without} and the student.
     *
     * @param subjects subjects of the lessons in which they may meet now
     * @param what     argument that stands for all of them
     */
    void offerChangesInside(
            SetMembers members, List<String> subjects, boolean inOwnRooms, String what, ChangeSuggestions changes) {
        Map<String, String> others = new LinkedHashMap<>();
        suitableLessons(members.students(), teachingOf(List.of()))
                .forEach(one -> others.putIfAbsent(WordMatcher.normalise(one.subject()), one.subject()));
        for (String subject : others.values()) {
            var more = new ArrayList<>(subjects);
            more.add(subject);
            changes.offer(
                    "change-subject",
                    subject,
                    MeetingTimeOverlap.countDisjoint(timesInsideLessons(members, teachingOf(more), inOwnRooms)));
        }
        changes.offer(
                "change-room",
                what,
                MeetingTimeOverlap.countDisjoint(timesInsideLessons(members, teachingOf(subjects), false)));
        offerWithout(members, rest -> timesInsideLessons(rest, teachingOf(subjects), inOwnRooms), changes);
    }

    /**
     * Offers changes that would give more common time outside lessons, each with the resulting number of disjoint times: on each school day one
     * part that is not usable yet, directly after a lesson or else directly before the first, when all are free in most weeks, with
     * {@code change-usable}; leaving out one student, with {@code change-without} and the student.
     *
     * @param usable time that is usable now
     */
    void offerChangesOutside(SetMembers members, List<UsableTime> usable, ChangeSuggestions changes) {
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            possibleStarts(members.students(), day).stream()
                    .map(start -> new UsableTime(new TreeSet<>(Set.of(day)), start, start.plusMinutes(minutes)))
                    .flatMap(part -> timesOutsideLessons(members, List.of(part)).stream())
                    .filter(time -> !UsableTime.contains(usable, time))
                    .reduce((one, other) -> one.weeks().size() >= other.weeks().size() ? one : other)
                    .ifPresent(time -> {
                        var more = new ArrayList<>(usable);
                        more.add(new UsableTime(new TreeSet<>(Set.of(day)), time.start(), time.end()));
                        changes.offer(
                                "change-usable",
                                time,
                                MeetingTimeOverlap.countDisjoint(timesOutsideLessons(members, more)));
                    });
        }
        offerWithout(members, rest -> timesOutsideLessons(rest, usable), changes);
    }

    /**
     * Returns possible starts on a day within reasonable hours: the end of each of the students' lessons, in order, then a start that ends with the
     * first lesson.
     */
    private List<LocalTime> possibleStarts(Collection<StudentId> students, DayOfWeek day) {
        var times = suitableLessons(students, lesson -> lesson.time().weekday() == day).stream()
                .map(Lesson::time)
                .sorted(Comparator.comparing(MeetingTime::start))
                .toList();
        var starts = new ArrayList<>(
                times.stream().map(MeetingTime::end).distinct().sorted().toList());
        if (!times.isEmpty()) {
            starts.add(times.getFirst().start().minusMinutes(minutes));
        }
        var latest = UsableTimeSuggestions.LATEST.minusMinutes(minutes);
        return starts.stream()
                .filter(start -> !start.isBefore(UsableTimeSuggestions.EARLIEST) && !start.isAfter(latest))
                .toList();
    }

    /** Only offered for more than two students: without one of two there is no meeting. */
    private static void offerWithout(
            SetMembers members, Function<SetMembers, List<MeetingTime>> times, ChangeSuggestions changes) {
        List<StudentId> students = members.everPresent();
        for (StudentId one : students.size() > SetMembers.LEAST ? students : List.<StudentId>of()) {
            changes.offer("change-without", one, MeetingTimeOverlap.countDisjoint(times.apply(members.without(one))));
        }
    }

    /** Returns the lesson that contains a time for a student; empty also if one of the student's lessons at that time does not suit. */
    Optional<Lesson> hostLesson(StudentId student, MeetingTime time, Predicate<Lesson> suits) {
        var lessons = free.lessons().overlapping(student, time);
        return lessons.stream().allMatch(suits)
                ? lessons.stream()
                        .filter(lesson -> contains(lesson.time(), time))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean contains(MeetingTime lesson, MeetingTime time) {
        return !lesson.start().isAfter(time.start())
                && !lesson.end().isBefore(time.end())
                && lesson.weeks().containsAll(time.weeks());
    }

    /** Returns the total capacity of the rooms of some lessons, each room counted once; {@link Long#MAX_VALUE} if a lesson has no room. */
    long roomCapacity(Collection<Lesson> lessons) {
        Set<RoomId> rooms = new HashSet<>();
        for (Lesson lesson : lessons) {
            if (lesson.rooms().isEmpty()) {
                return Long.MAX_VALUE;
            }
            rooms.addAll(lesson.rooms());
        }
        return rooms.stream()
                .mapToLong(room -> capacities.getOrDefault(room, 0))
                .sum();
    }

    /** Returns the suitable lessons of some students, each once. */
    Collection<Lesson> suitableLessons(Collection<StudentId> students, Predicate<Lesson> suits) {
        Map<LessonId, Lesson> lessons = new LinkedHashMap<>();
        for (StudentId one : students) {
            free.lessons().of(one).stream().filter(suits).forEach(lesson -> lessons.put(lesson.id(), lesson));
        }
        return lessons.values();
    }

    /** Returns the ids of the suitable lessons of some students. */
    Set<LessonId> suitableLessonIds(Collection<StudentId> students, Predicate<Lesson> suits) {
        return suitableLessons(students, suits).stream()
                .map(Lesson::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns a predicate for ordinary lessons of some subjects, ignoring case and surrounding blanks; empty means all subjects. */
    static Predicate<Lesson> teachingOf(Collection<String> subjects) {
        return lesson -> lesson.kind() == Lesson.Kind.TEACHING
                && (subjects.isEmpty() || WordMatcher.isAmong(subjects, lesson.subject()));
    }

    /** Lessons of a student with the weeks in which the student takes part in them, and in the set. */
    private record StudentTimetable(Map<LessonId, SortedSet<IsoWeek>> lessons, SortedSet<IsoWeek> weeks) {}

    /** Returns one student for each different timetable; classmates often have the same one. */
    private Set<StudentId> distinctByTimetable(SetMembers members) {
        Map<StudentTimetable, StudentId> some = new LinkedHashMap<>();
        members.weeks()
                .forEach((one, own) ->
                        some.putIfAbsent(new StudentTimetable(free.lessons().weeksByLesson(one), own), one));
        return new LinkedHashSet<>(some.values());
    }

    /** Returns times with the weeks in which a lesson in pairs is possible for the students who are there, tried week by week. */
    private List<MeetingTime> times(
            List<UsableTime> parts, SetMembers members, BiPredicate<List<StudentId>, MeetingTime> isFine) {
        Map<IsoWeek, List<StudentId>> there = new HashMap<>();
        weeks.forEach(week -> there.put(week, members.in(week)));
        var times = new ArrayList<MeetingTime>();
        for (MeetingTime time : UsableTime.times(parts, minutes, weeks, problem)) {
            var fine = new TreeSet<>(time.weeks());
            fine.removeIf(week -> {
                List<StudentId> some = there.getOrDefault(week, List.of());
                return some.size() < SetMembers.LEAST || !isFine.test(some, inWeeks(new TreeSet<>(Set.of(week)), time));
            });
            if (!fine.isEmpty()) {
                times.add(inWeeks(fine, time));
            }
        }
        return times;
    }

    private static MeetingTime inWeeks(SortedSet<IsoWeek> weeks, MeetingTime time) {
        return new MeetingTime(weeks, time.weekday(), time.start(), time.end());
    }
}
