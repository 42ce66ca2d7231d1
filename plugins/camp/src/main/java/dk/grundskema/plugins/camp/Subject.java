package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomKindNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is taught in modules.
 *
 * @param id             short word; lower-case letters, digits and hyphens, at most 30 characters
 * @param title          display title; {@code null} means the text of its id in the problem's language, which only the default subjects have
 * @param modulesPerWeek modules a week for each team, 1 to 40
 * @param maxPerDay      most modules a day for each team, 1 to 10
 * @param demanding      whether it is better placed before noon
 * @param skill          skill that at least one of its teachers must have; {@code null} means none
 * @param steps          steps of the thread through the camp, in order over the weeks: titles, or words of the seven character traits; empty means no
 *     thread
 * @param roomKinds      kinds of room that it needs or prefers; empty means any room, except that Danish, mathematics, learning strategies and
 *     character traits are not taught in a kitchen, a gym, a workshop or a laboratory if another room is free. The exception is ours
 * @param allowedBlocks  the modules of a day in which it may be taught; {@code null} means all
 */
public record Subject(
        String id,
        @Nullable String title,
        int modulesPerWeek,
        @Default("2") int maxPerDay,
        @Default("false") boolean demanding,
        @Nullable String skill,
        List<String> steps,
        @RoomKindNames List<String> roomKinds,
        @Nullable AllowedBlocks allowedBlocks) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range */
    public Subject {
        steps = List.copyOf(steps);
        roomKinds = List.copyOf(roomKinds);
        var checks = new RecordValidator()
                .require(CampParameters.isValidWord(id), "id", "camp.id-malformed", id)
                .range("modulesPerWeek", modulesPerWeek, 1, 40)
                .range("maxPerDay", maxPerDay, 1, 10)
                .distinct("roomKinds", roomKinds);
        if (title != null) {
            checks.name("title", title);
        }
        if (skill != null) {
            checks.name("skill", skill);
        }
        for (int i = 0; i < steps.size(); i++) {
            checks.name("steps/" + i, steps.get(i));
        }
        checks.throwIfInvalid();
    }

    /** Creates a subject that may be taught in all modules. */
    public Subject(
            String id,
            @Nullable String title,
            int modulesPerWeek,
            int maxPerDay,
            boolean demanding,
            @Nullable String skill,
            List<String> steps,
            List<String> roomKinds) {
        this(id, title, modulesPerWeek, maxPerDay, demanding, skill, steps, roomKinds, null);
    }

    /** Creates a subject without kinds of room that may be taught in all modules. */
    public Subject(
            String id,
            @Nullable String title,
            int modulesPerWeek,
            int maxPerDay,
            boolean demanding,
            @Nullable String skill,
            List<String> steps) {
        this(id, title, modulesPerWeek, maxPerDay, demanding, skill, steps, List.of());
    }
}
