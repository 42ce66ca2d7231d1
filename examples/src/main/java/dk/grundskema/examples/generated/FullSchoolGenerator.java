package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Generates schools in which every class has the same long week with a second adult in all of it. Each class, room and adult has
 * about 1,500 calendar entries a year; used to measure calendars.
 */
final class FullSchoolGenerator {
    private static final int LESSONS = 39;
    private static final int MOST = 120;
    private static final List<String> SUBJECTS = List.of("DAN", "MAT", "ENG", "NAT", "HIS", "KRI", "MUS", "BIL");

    private FullSchoolGenerator() {}

    /**
     * Returns such a school as a problem file.
     *
     * @param classes number of classes, 1 to 120; each has a room, a teacher and a second adult of its own
     * @throws IllegalArgumentException if the number is out of range
     */
    static String file(int classes) {
        if (classes < 1 || classes > MOST) {
            throw new IllegalArgumentException("A school of (%d) classes can't be made.".formatted(classes));
        }
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "A school year");
        problem.put("language", "DA");
        problem.put("horizon", GeneratedSchoolYear.horizon());
        problem.put("sites", List.of(Map.of("id", "school", "name", "Skolen")));
        List<Integer> numbers = IntStream.rangeClosed(1, classes).boxed().toList();
        problem.put(
                "rooms",
                numbers.stream()
                        .map(number -> Map.of(
                                "id", roomId(number), "name", "Lokale " + number, "kind", "classroom", "capacity", 28))
                        .toList());
        problem.put(
                "staff",
                numbers.stream()
                        .flatMap(number -> List.of(teacherId(number), secondAdult(number)).stream())
                        .map(id -> Map.of("id", id, "name", "Voksen " + id, "contractHours", 37, "skills", SUBJECTS))
                        .toList());
        problem.put(
                "groups",
                numbers.stream()
                        .map(number -> Map.of("id", classId(number), "name", "Klasse " + number, "kind", "CLASS"))
                        .toList());
        problem.put(
                "lessons",
                numbers.stream().flatMap(number -> week(number).stream()).toList());
        problem.put("interventions", List.of(coTeaching(numbers)));
        return ProblemFile.text(problem);
    }

    private static List<Map<String, Object>> week(int number) {
        var lessons = new ArrayList<Map<String, Object>>();
        for (int slot = 0; slot < LESSONS; slot++) {
            var lesson = new LinkedHashMap<String, Object>();
            String subject = SUBJECTS.get(slot % SUBJECTS.size());
            lesson.put("id", classId(number) + "-" + slot);
            lesson.put("title", subject);
            lesson.put("subject", subject);
            lesson.put("time", GeneratedSchoolYear.time(slot));
            lesson.put("roomId", roomId(number));
            lesson.put("groupIds", List.of(classId(number)));
            lesson.put("staffIds", List.of(teacherId(number)));
            lessons.add(lesson);
        }
        return lessons;
    }

    private static Map<String, Object> coTeaching(List<Integer> numbers) {
        List<Map<String, Object>> classes = numbers.stream()
                .map(number -> Map.<String, Object>of(
                        "groupId", classId(number), "scheme", "TYPE_1", "subjects", SUBJECTS, "need", 10))
                .toList();
        List<Map<String, Object>> pool = numbers.stream()
                .map(number -> Map.<String, Object>of(
                        "staffId",
                        secondAdult(number),
                        "minutesPerWeek",
                        (LESSONS + 1) * SchoolWeek.MINUTES,
                        "yearsOfExperience",
                        6))
                .toList();
        return Map.of(
                "id",
                "co-teaching",
                "type",
                "co-teaching",
                "title",
                "Tolærerordning",
                "parameters",
                Map.of("classes", classes, "pool", pool));
    }

    private static String classId(int number) {
        return "class-" + number;
    }

    private static String roomId(int number) {
        return "room-" + number;
    }

    private static String teacherId(int number) {
        return "teacher-" + number;
    }

    private static String secondAdult(int number) {
        return "second-" + number;
    }
}
