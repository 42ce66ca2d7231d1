package dk.grundskema.api.web.app.camp;

import java.util.List;

/**
 * What is taught, and how much of it.
 *
 * @param all    what is said of all subjects together
 * @param rows   the subjects
 * @param full   how many there can be, if one more was asked for; otherwise 0
 * @param skills what those who work there are qualified for
 */
public record SubjectsPage(Field all, List<Row> rows, int full, List<String> skills) {
    /** Copies the lists. */
    public SubjectsPage {
        rows = List.copyOf(rows);
        skills = List.copyOf(skills);
    }

    /**
     * A subject.
     *
     * @param own       what is said of it as a whole
     * @param isNew     whether it was just added
     * @param id        its id
     * @param title     what people call it
     * @param modules   how many modules a week
     * @param perDay    how many on a day at most
     * @param demanding {@code true} if it is better placed before noon
     * @param skill     what one of those who teach it is qualified for; empty if nobody needs to be
     * @param steps     how many steps its thread has
     */
    public record Row(
            Field own,
            boolean isNew,
            String id,
            Field title,
            Field modules,
            Field perDay,
            Field demanding,
            Field skill,
            int steps) {
        /** What is said of it and of its parts, one after the other. */
        public List<Field> parts() {
            return List.of(own, title, modules, perDay, demanding, skill);
        }
    }
}
