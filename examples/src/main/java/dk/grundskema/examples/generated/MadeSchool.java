package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A made-up school's week: classes, teachers, rooms, lessons. */
final class MadeSchool {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri");
    private static final String ASSEMBLY = "assembly";

    /** Lessons for which one room of a kind is meant to be enough. */
    private static final int A_ROOM = 24;

    private final Posts posts;
    private final Map<String, Integer> rooms = new TreeMap<>();
    private final List<MadeLesson> lessons = new ArrayList<>();
    private final int secondRooms;

    MadeSchool(SchoolSize size, SplittableRandom random) {
        posts = new Posts(size, random);
        for (Subject subject : Subject.values()) {
            if (!subject.room().isEmpty()) {
                rooms.merge(subject.room(), lessons(subject), Integer::sum);
            }
        }
        rooms.replaceAll((kind, lessons) -> Math.max(1, Math.ceilDiv(lessons, A_ROOM)));
        secondRooms = Math.ceilDiv(size.covered(), 6);
        int[][] week = new TimetablePuzzle(posts, rooms, this::isAway, random).solve();
        posts.classes().forEach(one -> own(one, week[one.number()]));
        placeRooms();
        posts.bands().forEach(this::courses);
    }

    private int lessons(Subject subject) {
        return posts.classes().stream()
                .mapToInt(one -> subject.lessons(one.year()))
                .sum();
    }

    /** Every other co-teacher with lessons of their own is away on Fridays. */
    boolean isAway(int teacher, int slot) {
        return isPartTime(teacher) && slot / SchoolWeek.A_DAY == SchoolWeek.DAYS - 1;
    }

    boolean isPartTime(int teacher) {
        return teacher < posts.coTeachers() && teacher % 2 == 0;
    }

    private void own(SchoolClass one, int[] week) {
        for (int slot : TimetablePuzzle.slots(week)) {
            Teaching teaching = posts.teachings().get(week[slot]);
            if (teaching.teacher() >= 0) {
                lessons.add(new MadeLesson(
                        one.id() + place(slot),
                        slot,
                        teaching.subject(),
                        List.of(one),
                        teaching.teacher(),
                        teaching.subject().room(),
                        false));
            }
        }
    }

    private static String place(int slot) {
        return "-%s-%d".formatted(DAYS.get(slot / SchoolWeek.A_DAY), slot % SchoolWeek.A_DAY + 1);
    }

    /** Kinds of rooms become rooms; a double lesson stays where it is. */
    private void placeRooms() {
        Map<String, String> before = new LinkedHashMap<>();
        for (int slot = 0; slot < SchoolWeek.SLOTS; slot++) {
            Map<String, String> now = new LinkedHashMap<>();
            for (boolean again : new boolean[] {true, false}) {
                for (int i = 0; i < lessons.size(); i++) {
                    MadeLesson one = lessons.get(i);
                    String key = one.classes().getFirst().id() + one.subject();
                    if (one.slot() == slot && !now.containsKey(key) && (!again || before.containsKey(key))) {
                        String room = again ? Objects.requireNonNull(before.get(key)) : free(one, now);
                        now.put(key, room);
                        lessons.set(i, at(one, room));
                    }
                }
            }
            before = slot % 2 == 0 ? now : new LinkedHashMap<>();
        }
    }

    private String free(MadeLesson one, Map<String, String> taken) {
        if (one.room().isEmpty()) {
            return home(one.classes().getFirst());
        }
        int number = 1;
        while (taken.containsValue(room(one.room(), number))) {
            number++;
        }
        return room(one.room(), number);
    }

    private static MadeLesson at(MadeLesson one, String room) {
        return new MadeLesson(one.id(), one.slot(), one.subject(), one.classes(), one.teacher(), room, one.isPart());
    }

    /** Courses of electives are in the classes' own rooms; the one more than there are classes is in the assembly hall. */
    private void courses(Posts.Band band) {
        int first = (band.year() - 6) * SchoolWeek.A_DAY + 4;
        for (int slot = first; slot < first + 2; slot++) {
            for (int course = 0; course < band.teachers().size(); course++) {
                lessons.add(new MadeLesson(
                        "elective-%d-%d%s".formatted(band.year(), course + 1, place(slot)),
                        slot,
                        Subject.ELECTIVE,
                        band.classes(),
                        band.teachers().get(course),
                        course < band.classes().size() ? home(band.classes().get(course)) : ASSEMBLY,
                        true));
            }
        }
    }

    private static String home(SchoolClass one) {
        return "room-" + one.id();
    }

    private static String room(String kind, int number) {
        return "%s-%d".formatted(kind, number);
    }

    /** Rooms as a problem file has them. */
    List<Map<String, Object>> roomsOfFile() {
        var all = new ArrayList<Map<String, Object>>();
        posts.classes().forEach(one -> all.add(entry(home(one), "Lokale " + one.name(), "home")));
        rooms.forEach((kind, count) -> {
            for (int number = 1; number <= count; number++) {
                all.add(entry(room(kind, number), "%s %d".formatted(upper(kind), number), kind));
            }
        });
        all.add(entry(ASSEMBLY, "Aula", ASSEMBLY));
        for (int number = 1; number <= secondRooms; number++) {
            all.add(entry(secondRoom(number - 1), "Grupperum " + number, "group-room"));
        }
        return all;
    }

    private static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, Object> entry(String id, String name, String kind) {
        return Map.of("id", id, "name", name, "kind", kind, "capacity", 28);
    }

    /** Rooms for second groups. */
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

    Posts posts() {
        return posts;
    }

    List<MadeLesson> lessons() {
        return lessons;
    }
}
