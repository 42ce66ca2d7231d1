package dk.grundskema.examples.generated;

/**
 * A generated class.
 *
 * @param number index among the school's classes, from 0
 * @param year   0 to 9
 * @param letter index among the year's classes, from 0
 */
record SchoolClass(int number, int year, int letter) {
    String id() {
        return "%d%c".formatted(year, (char) ('a' + letter));
    }

    String name() {
        return "%d.%c".formatted(year, (char) ('A' + letter));
    }
}
