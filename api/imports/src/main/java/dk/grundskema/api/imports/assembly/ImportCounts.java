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
public record ImportCounts(
        int classes,
        int courses,
        int lessons,
        int staff,
        int students,
        int rooms,
        int withoutRoom,
        int withoutStaff,
        int interventions) {
    /** Returns zero counts. */
    public static ImportCounts zero() {
        return new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Returns the counts with a number of interventions. */
    public ImportCounts withInterventions(int number) {
        return new ImportCounts(classes, courses, lessons, staff, students, rooms, withoutRoom, withoutStaff, number);
    }
}
