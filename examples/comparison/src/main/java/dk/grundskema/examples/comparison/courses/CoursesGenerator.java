package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.examples.comparison.courses.PlantedCourses.PlantedLecture;
import dk.grundskema.examples.generated.ProblemFile;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generates courses in the shape of the International Timetabling Competition 2007, track 3. It first makes a timetable, then teachers and curricula
 * that have no clash in it, rooms, students and unavailable periods. So a timetable without a hard or medium fault exists.
 */
public final class CoursesGenerator {
    private static final IsoWeek WEEK = new IsoWeek(2026, 37);

    /** The competition's courses have from two lectures a week to about nine. */
    private static final int MOST_LECTURES = 9;

    private static final int SMALLEST_ROOM = 20;
    private static final int LARGEST_ROOM = 220;

    /** Share of the other periods in which a course may have no lecture, in percent. */
    private static final int UNAVAILABLE = 25;

    /** One course in so many has more students than its room has seats. */
    private static final int CROWDED = 12;

    private final CoursesSize size;
    private final SplittableRandom random;
    private final List<GeneratedCourse> courses = new ArrayList<>();
    private final List<List<GeneratedCourse>> curricula = new ArrayList<>();
    private final int[] capacities;

    /** A course with the periods of its lectures, and the room of each. */
    private static final class GeneratedCourse {
        final String id;
        final int lectures;
        final BitSet slots = new BitSet();
        final Map<Integer, Integer> roomOf = new LinkedHashMap<>();
        String teacher = "";
        int leastDays;
        int students;

        GeneratedCourse(String id, int lectures) {
            this.id = id;
            this.lectures = lectures;
        }
    }

    private CoursesGenerator(CoursesSize size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
        this.capacities = new int[size.rooms()];
        addCourses();
        addTimes();
        addTeachers();
        addCurricula();
        addRooms();
        addStudentsAndDays();
    }

    /** Returns the problem as a file. */
    public static String file(CoursesSize size, long seed) {
        return ProblemFile.text(new CoursesGenerator(size, seed).parts());
    }

    /**
     * Returns the problem.
     *
     * @param plugins the plugin of the courses
     */
    public static Problem problem(CoursesSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    /** Returns the timetable that the problem was made from. */
    public static PlantedCourses planted(CoursesSize size, long seed) {
        var generator = new CoursesGenerator(size, seed);
        var lectures = new ArrayList<PlantedLecture>();
        for (GeneratedCourse course : generator.courses) {
            int number = 0;
            for (var one : course.roomOf.entrySet()) {
                int slot = one.getKey();
                lectures.add(new PlantedLecture(
                        course.id,
                        ++number,
                        generator.weekday(slot),
                        LocalTime.of(8 + slot % size.periods(), 0),
                        room(one.getValue())));
            }
        }
        return new PlantedCourses(lectures);
    }

    private DayOfWeek weekday(int slot) {
        return DayOfWeek.of(slot / size.periods() + 1);
    }

    private static String room(int index) {
        return "r" + (index + 1);
    }

    private void addCourses() {
        int[] lectures = new int[size.courses()];
        Arrays.fill(lectures, 2);
        int most = Math.min(MOST_LECTURES, size.slots() - 1);
        for (int left = size.lectures() - 2 * size.courses(); left > 0; ) {
            int course = random.nextInt(size.courses());
            if (lectures[course] < most) {
                lectures[course]++;
                left--;
            }
        }
        for (int course = 0; course < size.courses(); course++) {
            courses.add(new GeneratedCourse("c" + (course + 1), lectures[course]));
        }
    }

    /** Gives each lecture a period: courses with many lectures first, each lecture on the emptiest period, days spread. */
    private void addTimes() {
        int[] load = new int[size.slots()];
        var order = new ArrayList<>(courses);
        order.sort(Comparator.comparingInt((GeneratedCourse course) -> course.lectures)
                .reversed());
        for (GeneratedCourse course : order) {
            int[] onDay = new int[size.days()];
            for (int lecture = 0; lecture < course.lectures; lecture++) {
                int slot = freeSlot(course, load, onDay);
                course.slots.set(slot);
                load[slot]++;
                onDay[slot / size.periods()]++;
            }
        }
    }

    private int freeSlot(GeneratedCourse course, int[] load, int[] onDay) {
        int best = -1;
        double lowest = Double.MAX_VALUE;
        for (int slot = 0; slot < size.slots(); slot++) {
            double cost = load[slot] + 1.5 * onDay[slot / size.periods()] + random.nextDouble();
            if (!course.slots.get(slot) && load[slot] < size.rooms() && cost < lowest) {
                best = slot;
                lowest = cost;
            }
        }
        if (best < 0) {
            throw new IllegalStateException(
                    "The course (%s) has no free period.\nMaybe the rooms are too few?".formatted(course.id));
        }
        return best;
    }

    /** Gives four of five courses a new teacher, the others one whose lectures are at other times. */
    private void addTeachers() {
        var busy = new ArrayList<BitSet>();
        for (GeneratedCourse course : courses) {
            int teacher = busy.size();
            if (random.nextInt(5) == 0) {
                int[] free = IntStream.range(0, busy.size())
                        .filter(one -> !busy.get(one).intersects(course.slots))
                        .toArray();
                teacher = free.length == 0 ? teacher : free[random.nextInt(free.length)];
            }
            if (teacher == busy.size()) {
                busy.add(new BitSet());
            }
            busy.get(teacher).or(course.slots);
            course.teacher = "t" + (teacher + 1);
        }
    }

    /** Makes each curriculum of two to five courses without a clash; of some candidates it takes the one that leaves fewest lectures isolated. */
    private void addCurricula() {
        for (int number = 0; number < size.curricula(); number++) {
            var members = new ArrayList<GeneratedCourse>();
            var taken = new BitSet();
            GeneratedCourse first = courses.get(number < courses.size() ? number : random.nextInt(courses.size()));
            members.add(first);
            taken.or(first.slots);
            int wanted = 2 + random.nextInt(4);
            while (members.size() < wanted) {
                List<GeneratedCourse> free = courses.stream()
                        .filter(course -> !members.contains(course) && !course.slots.intersects(taken))
                        .toList();
                if (free.isEmpty()) {
                    break;
                }
                GeneratedCourse next = IntStream.range(0, 6)
                        .mapToObj(any -> free.get(random.nextInt(free.size())))
                        .min(Comparator.comparingInt(course -> isolated(taken, course.slots)))
                        .orElseThrow();
                members.add(next);
                taken.or(next.slots);
            }
            curricula.add(members);
        }
    }

    private int isolated(BitSet taken, BitSet more) {
        var all = (BitSet) taken.clone();
        all.or(more);
        return (int) all.stream()
                .filter(slot -> {
                    int period = slot % size.periods();
                    boolean before = period > 0 && all.get(slot - 1);
                    boolean after = period < size.periods() - 1 && all.get(slot + 1);
                    return !before && !after;
                })
                .count();
    }

    /** Gives each lecture a room: that of the course's earlier lectures if it is free. */
    private void addRooms() {
        for (int room = 0; room < size.rooms(); room++) {
            capacities[room] = SMALLEST_ROOM
                    + (LARGEST_ROOM - SMALLEST_ROOM) * room / Math.max(1, size.rooms() - 1)
                    + random.nextInt(10);
        }
        var used = new BitSet[size.slots()];
        Arrays.setAll(used, any -> new BitSet());
        for (GeneratedCourse course : courses) {
            int[] free = new int[size.rooms()];
            course.slots.stream()
                    .forEach(slot -> IntStream.range(0, size.rooms())
                            .filter(room -> !used[slot].get(room))
                            .forEach(room -> free[room]++));
            List<Integer> rooms = IntStream.range(0, size.rooms())
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer room) -> -free[room]))
                    .toList();
            course.slots.stream().forEach(slot -> {
                int room = rooms.stream()
                        .filter(one -> !used[slot].get(one))
                        .findFirst()
                        .orElseThrow();
                used[slot].set(room);
                course.roomOf.put(slot, room);
            });
        }
    }

    private void addStudentsAndDays() {
        for (GeneratedCourse course : courses) {
            int seats = course.roomOf.values().stream()
                    .mapToInt(room -> capacities[room])
                    .min()
                    .orElseThrow();
            boolean isCrowded = random.nextInt(CROWDED) == 0;
            course.students = isCrowded ? seats + 1 + random.nextInt(5) : seats - random.nextInt(seats / 2);
            int days = (int) course.slots.stream()
                    .map(slot -> slot / size.periods())
                    .distinct()
                    .count();
            course.leastDays = Math.max(1, days - random.nextInt(2));
        }
    }

    private Map<String, Object> parts() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "Courses, " + size.name());
        problem.put("language", "EN");
        problem.put("horizon", Map.of("firstWeek", WEEK.toString(), "weeks", 1));
        problem.put("sites", List.of(Map.of("id", "campus", "name", "Campus")));
        problem.put(
                "rooms",
                IntStream.range(0, size.rooms())
                        .mapToObj(room ->
                                Map.of("id", room(room), "name", "Room " + (room + 1), "capacity", capacities[room]))
                        .toList());
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("days", size.days());
        parameters.put("periods", size.periods());
        parameters.put("courses", courses.stream().map(this::part).toList());
        parameters.put(
                "curricula",
                IntStream.range(0, curricula.size())
                        .mapToObj(number -> Map.of(
                                "id",
                                "q" + (number + 1),
                                "courses",
                                curricula.get(number).stream()
                                        .map(course -> course.id)
                                        .toList()))
                        .toList());
        problem.put(
                "interventions",
                List.of(Map.of("id", "courses", "type", "courses", "title", "Courses", "parameters", parameters)));
        return problem;
    }

    private Map<String, Object> part(GeneratedCourse course) {
        var part = new LinkedHashMap<String, Object>();
        part.put("id", course.id);
        part.put("teacher", course.teacher);
        part.put("lectures", course.lectures);
        part.put("leastDays", course.leastDays);
        part.put("students", course.students);
        part.put("unavailable", unavailable(course));
        return part;
    }

    /** Returns periods that the timetable does not use for the course. */
    private List<Map<String, Object>> unavailable(GeneratedCourse course) {
        return IntStream.range(0, size.slots())
                .filter(slot -> !course.slots.get(slot) && random.nextInt(100) < UNAVAILABLE)
                .mapToObj(slot ->
                        Map.<String, Object>of("day", weekday(slot).name(), "period", slot % size.periods() + 1))
                .toList();
    }
}
