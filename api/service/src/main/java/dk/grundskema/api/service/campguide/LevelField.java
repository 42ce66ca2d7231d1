package dk.grundskema.api.service.campguide;

import dk.grundskema.domain.finding.Level;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the level of a limit, a field of its object. A level that is left out is hard. */
final class LevelField {
    static final String NAME = "level";

    private LevelField() {}

    /** Returns the names of all levels. */
    static List<String> names() {
        return Stream.of(Level.values()).map(Level::name).toList();
    }

    /** Returns the name of the level of a limit. */
    static String of(JsonObjectView limit) {
        return limit.has(NAME) ? limit.text(NAME) : Level.HARD.name();
    }

    /**
     * Returns a changed limit with the submitted level; a level that stays the same stays left out.
     *
     * @param now   the limit before the change
     * @param limit the changed limit
     * @param at    pointer to the limit
     */
    static JsonObjectView read(JsonObjectView now, JsonObjectView limit, SubmittedForm submitted, String at) {
        String typed = submitted.text(at + "/" + NAME);
        return typed.isEmpty() || typed.equals(of(now)) ? limit : limit.with(NAME, submitted.jsonText(at + "/" + NAME));
    }
}
