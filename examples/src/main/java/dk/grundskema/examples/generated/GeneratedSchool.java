package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Week of a generated school: classes, teachers, rooms, lessons. */
final class GeneratedSchool {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri");
    private static final String ASSEMBLY = "assembly";

    /** Number of lessons for which one room of a kind should suffice. */
    private static final int A_ROOM = 24;

    private final TeacherAssignments teacherAssignments;
    private final Map<String, Integer> rooms = new TreeMap<>();
    private final List<GeneratedLesson> lessons = new ArrayList<>();
    private final int secondRooms;

    GeneratedSchool(SchoolSize size, SplittableRandom random) {
        teacherAssignments = new TeacherAssignments(size, random);
        for (SchoolSubject subject : SchoolSubject.values()) {
            if (!subject.roomKind().isEmpty()) {
                rooms.merge(subject.roomKind(), lessons(subject), Integer::sum);
            }
        }
        rooms.replaceAll((kind, lessons) -> Math.max(1, Math.ceilDiv(lessons, A_ROOM)));
        secondRooms = Math.ceilDiv(size.covered(), 6);
        int[][] week = new TimetableGenerator(teacherAssignments, rooms, this::isAway, random).generate();
        teacherAssignments.classes().forEach(one -> addLessons(one, week[one.number()]));
        placeRooms();
        teacherAssignments.bands().forEach(this::addCourses);
    }

    private int lessons(SchoolSubject subject) {
        return teacherAssignments.classes().stream()
                .mapToInt(one -> subject.lessons(one.year()))
                .sum();
    }

    /** Every other co-teacher with own lessons is away on Fridays. */
    boolean isAway(int teacher, int slot) {
        return isPartTime(teacher) && slot / SchoolWeek.A_DAY == SchoolWeek.DAYS - 1;
    }

    boolean isPartTime(int teacher) {
        return teacher < teacherAssignments.coTeachers() && teacher % 2 == 0;
    }

    private void addLessons(SchoolClass one, int[] week) {
        for (int slot : TimetableGenerator.slots(week)) {
            ClassSubject teaching = teacherAssignments.teachings().get(week[slot]);
            if (teaching.teacher() >= 0) {
                lessons.add(new GeneratedLesson(
                        one.id() + idSuffix(slot),
                        slot,
                        teaching.subject(),
                        List.of(one),
                        teaching.teacher(),
                        teaching.subject().roomKind(),
                        false));
            }
        }
    }

    private static String idSuffix(int slot) {
        return "-%s-%d".formatted(DAYS.get(slot / SchoolWeek.A_DAY), slot % SchoolWeek.A_DAY + 1);
    }

    /** Replaces kinds of rooms by rooms; both halves of a double lesson get the same one. */
    private void placeRooms() {
        Map<String, String> before = new LinkedHashMap<>();
        for (int slot = 0; slot < SchoolWeek.SLOTS; slot++) {
            Map<String, String> now = new LinkedHashMap<>();
            for (boolean again : new boolean[] {true, false}) {
                for (int i = 0; i < lessons.size(); i++) {
                    GeneratedLesson one = lessons.get(i);
                    String key = one.classes().getFirst().id() + one.subject();
                    if (one.slot() == slot && !now.containsKey(key) && (!again || before.containsKey(key))) {
                        String room = again ? Objects.requireNonNull(before.get(key)) : freeRoom(one, now);
                        now.put(key, room);
                        lessons.set(i, withRoom(one, room));
                    }
                }
            }
            before = slot % 2 == 0 ? now : new LinkedHashMap<>();
        }
    }

    private String freeRoom(GeneratedLesson one, Map<String, String> taken) {
        if (one.room().isEmpty()) {
            return homeRoom(one.classes().getFirst());
        }
        int number = 1;
        while (taken.containsValue(room(one.room(), number))) {
            number++;
        }
        return room(one.room(), number);
    }

    private static GeneratedLesson withRoom(GeneratedLesson one, String room) {
        return new GeneratedLesson(
                one.id(), one.slot(), one.subject(), one.classes(), one.teacher(), room, one.isPart());
    }

    /** Courses of electives use the classes' own rooms; the one course more than there are classes uses the assembly hall. */
    private void addCourses(TeacherAssignments.ElectiveBand band) {
        int first = (band.year() - 6) * SchoolWeek.A_DAY + 4;
        for (int slot = first; slot < first + 2; slot++) {
            for (int course = 0; course < band.teachers().size(); course++) {
                lessons.add(new GeneratedLesson(
                        "elective-%d-%d%s".formatted(band.year(), course + 1, idSuffix(slot)),
                        slot,
                        SchoolSubject.ELECTIVE,
                        band.classes(),
                        band.teachers().get(course),
                        course < band.classes().size() ? homeRoom(band.classes().get(course)) : ASSEMBLY,
                        true));
            }
        }
    }

    private static String homeRoom(SchoolClass one) {
        return "room-" + one.id();
    }

    private static String room(String kind, int number) {
        return "%s-%d".formatted(kind, number);
    }

    /** Returns the rooms in problem-file form. */
    List<Map<String, Object>> roomsOfFile() {
        var all = new ArrayList<Map<String, Object>>();
        teacherAssignments.classes().forEach(one -> all.add(roomEntry(homeRoom(one), "Lokale " + one.name(), "home")));
        rooms.forEach((kind, count) -> {
            for (int number = 1; number <= count; number++) {
                all.add(roomEntry(room(kind, number), "%s %d".formatted(capitalized(kind), number), kind));
            }
        });
        all.add(roomEntry(ASSEMBLY, "Aula", ASSEMBLY));
        for (int number = 1; number <= secondRooms; number++) {
            all.add(roomEntry(secondRoom(number - 1), "Grupperum " + number, "group-room"));
        }
        return all;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, Object> roomEntry(String id, String name, String kind) {
        return Map.of("id", id, "name", name, "kind", kind, "capacity", 28);
    }

    /** Returns the rooms for second groups. */
    List<String> secondRooms() {
        var all = new ArrayList<String>();
        for (int number = 0; number < secondRooms; number++) {
            all.add(secondRoom(number));
        }
        return all;
    }

    private static String secondRoom(int number) {
        return room("group-room", number + 1);
    }

    TeacherAssignments teacherAssignments() {
        return teacherAssignments;
    }

    List<GeneratedLesson> lessons() {
        return lessons;
    }
}
