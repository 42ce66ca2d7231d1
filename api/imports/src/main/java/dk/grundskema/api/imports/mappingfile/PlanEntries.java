package dk.grundskema.api.imports.mappingfile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a new timetable's files is what of the plan in use that they are put into. Keys are names of the files that the plan does not have, values names
 * that only the plan has; an id is possible where a name is not unique. A name mapped to itself is new.
 *
 * @param staff   staff
 * @param classes classes and courses
 * @param rooms   rooms
 * @param subjects subjects of lessons
 * @param lessons lessons, each written as a {@link LessonKey}
 */
public record PlanEntries(
        SortedMap<String, String> staff,
        SortedMap<String, String> classes,
        SortedMap<String, String> rooms,
        SortedMap<String, String> subjects,
        SortedMap<String, String> lessons) {
    /** Copies the maps. */
    public PlanEntries {
        staff = copy(staff);
        classes = copy(classes);
        rooms = copy(rooms);
        subjects = copy(subjects);
        lessons = copy(lessons);
    }

    private static SortedMap<String, String> copy(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Returns no entries. */
    public static PlanEntries none() {
        return new PlanEntries(
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }
}
