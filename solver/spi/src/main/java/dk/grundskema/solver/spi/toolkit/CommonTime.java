package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** When several students can meet: inside lessons that suit all of them, or in usable time when all are free. */
public final class CommonTime {
    private final Problem problem;
    private final SortedSet<IsoWeek> weeks;
    private final int minutes;
    private final FreeTime free;
    private final Map<RoomId, Integer> capacities = new HashMap<>();

    /**
     * @param problem whose lessons, rooms and people count
     * @param weeks   in which weeks they are to meet
     * @param minutes how long a meeting lasts, 1 or more
     */
    public CommonTime(Problem problem, SortedSet<IsoWeek> weeks, int minutes) {
        this.problem = problem;
        this.weeks = weeks;
        this.minutes = minutes;
        this.free = new FreeTime(problem);
        problem.rooms().forEach(room -> capacities.put(room.id(), room.capacity()));
    }

    /** Who is free when, and whose lessons are whose. */
    public FreeTime free() {
        return free;
    }

    /** Times in usable time, each with those of its weeks in which all of the students are free; in the order of the week. */
    public List<MeetingTime> outside(Collection<StudentId> students, List<UsableTime> usable) {
        return times(usable, time -> students.stream().allMatch(one -> free.isFree(one, time)));
    }

    /**
     * Times inside lessons, each with those of its weeks in which each of the students is in a suitable lesson for all of the time, and in no
     * other; in the order of the week. Students of whom it isn't known which of several lessons is theirs have to suit in all of them.
     *
     * @param suits      which lessons suit
     * @param inOwnRooms whether the rooms of these lessons have to hold all students together; a lesson without a room holds any number
     */
    public List<MeetingTime> inside(Collection<StudentId> students, Predicate<Lesson> suits, boolean inOwnRooms) {
        Collection<StudentId> some = withTimetablesOfTheirOwn(students);
        var parts = new ArrayList<UsableTime>();
        for (Lesson lesson : lessons(some, suits)) {
            MeetingTime time = lesson.time();
            if (!time.endsNextDay()) {
                parts.add(new UsableTime(new TreeSet<>(Set.of(time.weekday())), time.start(), time.end()));
            }
        }
        return times(parts, time -> {
            var hosts = some.stream().map(one -> host(one, time, suits)).toList();
            return hosts.stream().allMatch(Optional::isPresent)
                    && (!inOwnRooms || places(hosts.stream().map(Optional::get).toList()) >= students.size());
        });
    }

    /**
     * Offers what would give some students more common time inside lessons, each change with the times apart that there would be: lessons of one
     * more subject, with the code {@code change-subject} and the subject; a room for all of them, where they are in their own, {@code change-room}
     * and {@code what}; doing without one of them, {@code change-without} and the student.
     *
     * @param subjects in whose lessons they may meet now
     * @param what     what stands for all of them
     */
    public void offerInside(
            List<StudentId> students, List<String> subjects, boolean inOwnRooms, String what, BestChanges changes) {
        Map<String, String> others = new LinkedHashMap<>();
        lessons(students, taught(List.of()))
                .forEach(one -> others.putIfAbsent(Words.plain(one.subject()), one.subject()));
        for (String subject : others.values()) {
            var more = new ArrayList<>(subjects);
            more.add(subject);
            changes.offer("change-subject", subject, apart(inside(students, taught(more), inOwnRooms)));
        }
        changes.offer("change-room", what, apart(inside(students, taught(subjects), false)));
        offerWithout(students, rest -> inside(rest, taught(subjects), inOwnRooms), changes);
    }

    /**
     * Offers what would give some students more common time outside lessons, each change with the times apart that there would be: on each day of the
     * school week one part that isn't usable yet, right after a lesson or else right before the first, when all are free in most weeks, {@code
     * change-usable}; doing without one of them, {@code change-without} and the student.
     *
     * @param usable what is usable now
     */
    public void offerOutside(List<StudentId> students, List<UsableTime> usable, BestChanges changes) {
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            starts(students, day).stream()
                    .map(start -> new UsableTime(new TreeSet<>(Set.of(day)), start, start.plusMinutes(minutes)))
                    .flatMap(part -> outside(students, List.of(part)).stream())
                    .filter(time -> !UsableTime.holds(usable, time))
                    .reduce((one, other) -> one.weeks().size() >= other.weeks().size() ? one : other)
                    .ifPresent(time -> {
                        var more = new ArrayList<>(usable);
                        more.add(new UsableTime(new TreeSet<>(Set.of(day)), time.start(), time.end()));
                        changes.offer("change-usable", time, apart(outside(students, more)));
                    });
        }
        offerWithout(students, rest -> outside(rest, usable), changes);
    }

    /** When something could start on a day in decent hours: at the end of each of some students' lessons, in order, then so that it ends with the first. */
    private List<LocalTime> starts(Collection<StudentId> students, DayOfWeek day) {
        var times = lessons(students, lesson -> lesson.time().weekday() == day).stream()
                .map(Lesson::time)
                .sorted(Comparator.comparing(MeetingTime::start))
                .toList();
        var starts = new ArrayList<>(
                times.stream().map(MeetingTime::end).distinct().sorted().toList());
        if (!times.isEmpty()) {
            starts.add(times.getFirst().start().minusMinutes(minutes));
        }
        var latest = Windows.LATEST.minusMinutes(minutes);
        return starts.stream()
                .filter(start -> !start.isBefore(Windows.EARLIEST) && !start.isAfter(latest))
                .toList();
    }

    /** Without one of two nobody would meet. */
    private static void offerWithout(
            List<StudentId> students, Function<List<StudentId>, List<MeetingTime>> times, BestChanges changes) {
        for (StudentId one : students.size() > 2 ? students : List.<StudentId>of()) {
            var rest = new ArrayList<>(students);
            rest.remove(one);
            changes.offer("change-without", one, apart(times.apply(rest)));
        }
    }

    /** How many of some times can be had at most without one being in another's way: the times that end first, one after the other. */
    public static int apart(List<MeetingTime> times) {
        var taken = new ArrayList<MeetingTime>();
        times.stream()
                .sorted(Comparator.comparing(MeetingTime::weekday).thenComparing(MeetingTime::end))
                .filter(time -> taken.stream().noneMatch(one -> Overlaps.overlap(one, time)))
                .forEach(taken::add);
        return taken.size();
    }

    /** The lesson that a student is in for all of a time; empty also if one of the student's lessons then doesn't suit. */
    public Optional<Lesson> host(StudentId student, MeetingTime time, Predicate<Lesson> suits) {
        var lessons = free.lessons().inTheWay(student, time);
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

    /** How many students the rooms of some lessons hold together, each room counted once; any number if one of the lessons names none. */
    public long places(Collection<Lesson> lessons) {
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

    /** The lessons of some students that suit, each once. */
    public Collection<Lesson> lessons(Collection<StudentId> students, Predicate<Lesson> suits) {
        Map<LessonId, Lesson> lessons = new LinkedHashMap<>();
        for (StudentId one : students) {
            free.lessons().of(one).stream().filter(suits).forEach(lesson -> lessons.put(lesson.id(), lesson));
        }
        return lessons.values();
    }

    /** The ids of those lessons. */
    public Set<LessonId> lessonIds(Collection<StudentId> students, Predicate<Lesson> suits) {
        return lessons(students, suits).stream().map(Lesson::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Which lessons are ordinary ones of some subjects; empty means all subjects, capitals and blanks around them don't matter. */
    public static Predicate<Lesson> taught(Collection<String> subjects) {
        return lesson -> lesson.kind() == Lesson.Kind.TEACHING
                && (subjects.isEmpty() || Words.isAmong(subjects, lesson.subject()));
    }

    /** Some of the students, one for each different timetable: classmates often have the same. */
    private Collection<StudentId> withTimetablesOfTheirOwn(Collection<StudentId> students) {
        Map<List<LessonId>, StudentId> some = new LinkedHashMap<>();
        for (StudentId one : new LinkedHashSet<>(students)) {
            some.putIfAbsent(free.lessons().of(one).stream().map(Lesson::id).toList(), one);
        }
        return some.values();
    }

    private List<MeetingTime> times(List<UsableTime> parts, Predicate<MeetingTime> isFine) {
        var times = new ArrayList<MeetingTime>();
        for (MeetingTime time : UsableTime.times(parts, minutes, weeks, problem)) {
            var fine = new TreeSet<>(time.weeks());
            fine.removeIf(week -> !isFine.test(in(new TreeSet<>(Set.of(week)), time)));
            if (!fine.isEmpty()) {
                times.add(in(fine, time));
            }
        }
        return times;
    }

    private static MeetingTime in(SortedSet<IsoWeek> weeks, MeetingTime time) {
        return new MeetingTime(weeks, time.weekday(), time.start(), time.end());
    }
}
