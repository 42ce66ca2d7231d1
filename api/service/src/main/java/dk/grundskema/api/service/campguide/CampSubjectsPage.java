package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.rules.LevelField;
import dk.grundskema.api.service.rules.PointerField;
import java.util.List;

/**
 * Model of the subjects step.
 *
 * @param all    messages about all subjects together
 * @param rows   subjects
 * @param full   maximum number of subjects if an addition exceeded it; otherwise 0
 * @param skills qualifications of the staff
 */
public record CampSubjectsPage(PointerField all, List<Row> rows, int full, List<String> skills) {
    /** Copies the lists. */
    public CampSubjectsPage {
        rows = List.copyOf(rows);
        skills = List.copyOf(skills);
    }

    /** Returns the names of all levels. */
    public List<String> levels() {
        return LevelField.names();
    }

    /**
     * The modules in which a subject may be taught.
     *
     * @param limit   messages about the limit
     * @param level   name of the level, how binding the limit is
     * @param modules the modules of a day; none is chosen if the subject may be taught in all
     */
    public record AllowedModules(PointerField limit, PointerField level, List<CheckboxOption> modules) {
        /** Copies the list. */
        public AllowedModules {
            modules = List.copyOf(modules);
        }

        /** Returns the titles of the chosen modules. */
        public List<String> chosen() {
            return namesOfChosen(modules);
        }
    }

    /**
     * The kinds of room that a subject asks for.
     *
     * @param field messages about them
     * @param kinds kinds of the plan's rooms and those asked for; none is chosen if any suitable room will do
     */
    public record RoomKinds(PointerField field, List<CheckboxOption> kinds) {
        /** Copies the list. */
        public RoomKinds {
            kinds = List.copyOf(kinds);
        }

        /** Returns the names of the chosen kinds. */
        public List<String> chosen() {
            return namesOfChosen(kinds);
        }
    }

    private static List<String> namesOfChosen(List<CheckboxOption> options) {
        return options.stream()
                .filter(CheckboxOption::isChosen)
                .map(CheckboxOption::text)
                .toList();
    }

    /**
     * A subject.
     *
     * @param own       messages about it as a whole
     * @param isNew     whether it was just added
     * @param id        id
     * @param title     display name
     * @param modules   modules per week
     * @param perDay    maximum per day
     * @param demanding {@code true} if it should be before noon
     * @param skill     required qualification of one of its teachers; empty if none
     * @param steps     number of steps of its thread
     * @param allowed   the modules in which it may be taught
     * @param rooms     the kinds of room that it asks for
     */
    public record Row(
            PointerField own,
            boolean isNew,
            String id,
            PointerField title,
            PointerField modules,
            PointerField perDay,
            PointerField demanding,
            PointerField skill,
            int steps,
            AllowedModules allowed,
            RoomKinds rooms) {
        /** Returns the subject as a whole and its fields, in order. */
        public List<PointerField> parts() {
            return List.of(
                    own, title, modules, perDay, demanding, skill, allowed.limit(), allowed.level(), rooms.field());
        }
    }
}
