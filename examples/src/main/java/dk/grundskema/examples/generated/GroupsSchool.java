package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.GroupsWeek.SessionStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A generated school in which students get small groups: its week, lessons in half classes in the last hour, and free times. The
 * first teachers are the tutors; they have fewer lessons than others, and every other one has Fridays off.
 */
final class GroupsSchool {
    /** First year whose classes have a lesson in half classes, each half on a different day. */
    private static final int HALVES_FROM = 4;

    private static final int LAST = SchoolWeek.A_DAY - 1;

    /**
     * A lesson of half a class.
     *
     * @param of      the class
     * @param half    the half, 0 or 1
     * @param slot    index of the lesson in the week
     * @param teacher number of the teacher
     */
    record HalfLesson(SchoolClass of, int half, int slot, int teacher) {
        String group() {
            return "%s-half-%d".formatted(of.id(), half + 1);
        }
    }

    private final GroupsSize size;
    private final GeneratedSchool school;
    private final List<HalfLesson> halves = new ArrayList<>();
    private final Map<SchoolClass, List<GeneratedLesson>> ofClass = new HashMap<>();
    private final Map<Integer, List<Integer>> slotsOfTeacher = new HashMap<>();

    GroupsSchool(GroupsSize size, SplittableRandom random) {
        this.size = size;
        this.school = new GeneratedSchool(new SchoolSize(size.classes(), 2 * size.tutors(), false), random);
        for (GeneratedLesson lesson : school.lessons()) {
            lesson.classes()
                    .forEach(one -> ofClass.computeIfAbsent(one, any -> new ArrayList<>())
                            .add(lesson));
            slotsOfTeacher
                    .computeIfAbsent(lesson.teacher(), any -> new ArrayList<>())
                    .add(lesson.slot());
        }
        for (SchoolClass one : classes()) {
            if (one.year() >= HALVES_FROM) {
                int day = random.nextInt(SchoolWeek.DAYS - 2);
                for (int half = 0; half < 2; half++) {
                    int slot = (day + half) * SchoolWeek.A_DAY + LAST;
                    halves.add(new HalfLesson(one, half, slot, size.tutors() + one.number()));
                }
            }
        }
    }

    List<SchoolClass> classes() {
        return school.teacherAssignments().classes();
    }

    List<GeneratedLesson> lessons() {
        return school.lessons();
    }

    List<HalfLesson> halfLessons() {
        return halves;
    }

    /** Returns the rooms of the lessons, without those for second groups. */
    List<Map<String, Object>> rooms() {
        return school.roomsOfFile().stream()
                .filter(room -> !"group-room".equals(room.get("kind")))
                .toList();
    }

    /** Returns the number of courses of a year's electives; 0 means none. */
    int courseCount(int year) {
        return school.teacherAssignments().bands().stream()
                .filter(band -> band.year() == year)
                .mapToInt(band -> band.teachers().size())
                .sum();
    }

    /** Returns the number of the teacher of a class's subject; -1 means nobody. */
    int teacher(SchoolClass of, SchoolSubject subject) {
        return school.teacherAssignments().teachings().stream()
                .filter(one -> one.of().equals(of) && one.subject() == subject)
                .mapToInt(ClassSubject::teacher)
                .findFirst()
                .orElse(-1);
    }

    int teachers() {
        return school.teacherAssignments().teachers();
    }

    boolean isPartTime(int teacher) {
        return school.isPartTime(teacher);
    }

    List<ClassSubject> teachings() {
        return school.teacherAssignments().teachings();
    }

    /** Returns whether a tutor teaches or has the day off. */
    boolean isTutorBusy(int tutor, SessionStart start) {
        boolean isOff = school.isPartTime(tutor) && start.day() == SchoolWeek.DAYS - 1;
        return isOff || slotsOfTeacher.getOrDefault(tutor, List.of()).stream().anyMatch(slot -> overlaps(start, slot));
    }

    /** Returns whether a class has a lesson; courses of electives count for all its students. */
    boolean isClassBusy(SchoolClass of, SessionStart start) {
        return ofClass.getOrDefault(of, List.of()).stream().anyMatch(lesson -> overlaps(start, lesson.slot()));
    }

    boolean isHalfBusy(SchoolClass of, int half, SessionStart start) {
        return halves.stream()
                .anyMatch(one -> one.of().equals(of) && one.half() == half && overlaps(start, one.slot()));
    }

    private static boolean overlaps(SessionStart start, int slot) {
        int from = SchoolWeek.start(slot).toSecondOfDay() / 60;
        return start.overlaps(slot / SchoolWeek.A_DAY, from, from + SchoolWeek.MINUTES);
    }

    GroupsSize size() {
        return size;
    }
}
