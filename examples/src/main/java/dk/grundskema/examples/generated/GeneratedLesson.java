package dk.grundskema.examples.generated;

import java.util.List;

/**
 * A lesson of a generated school's week.
 *
 * @param id       its id
 * @param slot     index of the lesson in the week
 * @param subject  its subject
 * @param classes  its classes; several for a course of electives
 * @param teacher  number of the teacher
 * @param room     id of the room
 * @param isPart   whether only some of the classes' students attend
 */
record GeneratedLesson(
        String id,
        int slot,
        SchoolSubject subject,
        List<SchoolClass> classes,
        int teacher,
        String room,
        boolean isPart) {
    GeneratedLesson {
        classes = List.copyOf(classes);
    }
}
