package dk.grundskema.api.imports.assembly;

/**
 * What was understood of files, in numbers.
 *
 * @param classes            classes
 * @param courses            courses and half classes
 * @param lessons            lessons of a week, or of dates
 * @param staff              members of staff
 * @param students           students
 * @param rooms              rooms
 * @param withoutRoom        lessons without a room
 * @param withoutStaff       lessons without anybody who teaches
 * @param interventions      interventions that lists ask for
 */
public record Understood(
        int classes,
        int courses,
        int lessons,
        int staff,
        int students,
        int rooms,
        int withoutRoom,
        int withoutStaff,
        int interventions) {
    /** Nothing. */
    public static Understood nothing() {
        return new Understood(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The same with a number of interventions. */
    public Understood asking(int number) {
        return new Understood(classes, courses, lessons, staff, students, rooms, withoutRoom, withoutStaff, number);
    }
}
