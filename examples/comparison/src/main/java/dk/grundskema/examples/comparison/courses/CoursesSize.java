package dk.grundskema.examples.comparison.courses;

import java.util.List;

/**
 * Size of generated course timetabling.
 *
 * @param name      short word for tables and file names
 * @param courses   number of courses
 * @param lectures  number of lectures of all courses, at least two for each course
 * @param rooms     number of rooms
 * @param days      days of the week, 1 to 6
 * @param periods   periods of a day, 1 to 12
 * @param curricula number of curricula
 */
public record CoursesSize(String name, int courses, int lectures, int rooms, int days, int periods, int curricula) {
    /** Two days, for tests that solve with full assertions. */
    public static final CoursesSize TINY = new CoursesSize("tiny", 6, 16, 3, 2, 4, 4);

    /** Few rooms, nearly nine of ten places taken. */
    public static final CoursesSize SMALL = new CoursesSize("small", 30, 160, 6, 5, 6, 14);

    /** Many curricula, six of ten places taken. */
    public static final CoursesSize MEDIUM = new CoursesSize("medium", 80, 280, 18, 5, 5, 70);

    /** Many courses, nine of ten places taken. */
    public static final CoursesSize LARGE = new CoursesSize("large", 110, 430, 19, 5, 5, 75);

    private static final List<CoursesSize> NAMED = List.of(TINY, SMALL, MEDIUM, LARGE);

    /** @throws IllegalArgumentException if the lectures do not fit into the rooms, or are too few */
    public CoursesSize {
        if (lectures < 2 * courses || lectures * 20 > rooms * days * periods * 19) {
            throw new IllegalArgumentException(
                    "(%d) lectures of (%d) courses in (%d) rooms of (%d) periods can't be made.\nMaybe a room is missing?"
                            .formatted(lectures, courses, rooms, days * periods));
        }
    }

    /**
     * Returns the size with a name.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public static CoursesSize findByName(String name) {
        return NAMED.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no courses of the size (%s), only (%s)."
                        .formatted(name, NAMED.stream().map(CoursesSize::name).toList())));
    }

    /** Returns the number of periods of the week. */
    int slots() {
        return days * periods;
    }
}
