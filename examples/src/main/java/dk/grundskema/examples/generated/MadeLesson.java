package dk.grundskema.examples.generated;

import java.util.List;

/**
 * A lesson of a made-up school's week.
 *
 * @param id       its id
 * @param slot     which lesson of the week
 * @param subject  what
 * @param classes  whose; several for a course of electives
 * @param teacher  number of the teacher
 * @param room     id of the room
 * @param isPart   whether only some of the classes' students are there
 */
record MadeLesson(
        String id, int slot, Subject subject, List<SchoolClass> classes, int teacher, String room, boolean isPart) {
    MadeLesson {
        classes = List.copyOf(classes);
    }
}
