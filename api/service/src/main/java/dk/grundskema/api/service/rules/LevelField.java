package dk.grundskema.api.service.rules;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the level of a limit, a field of its object. A level that is left out is hard. */
public final class LevelField {
    /** Field of the limit that contains the level. */
    public static final String NAME = "level";

    private LevelField() {}

    /** Returns the names of all levels. */
    public static List<String> names() {
        return Stream.of(Level.values()).map(Level::name).toList();
    }

    /** Returns the levels with their words, after an empty one for a limit that is off. */
    public static List<SelectOption> options(Texts texts) {
        return Stream.concat(
                        Stream.of(new SelectOption("", texts.text("rules.off"))),
                        Stream.of(Level.values())
                                .map(level -> new SelectOption(level.name(), texts.text("enum." + level.name()))))
                .toList();
    }

    /** Returns the name of the level of a limit. */
    public static String of(JsonObjectView limit) {
        return limit.has(NAME) ? limit.text(NAME) : Level.HARD.name();
    }

    /**
     * Returns a changed limit with the submitted level; a level that stays the same stays left out.
     *
     * @param now   the limit before the change
     * @param limit the changed limit
     * @param at    pointer to the limit
     */
    public static JsonObjectView read(JsonObjectView now, JsonObjectView limit, SubmittedForm submitted, String at) {
        String typed = submitted.text(at + "/" + NAME);
        return typed.isEmpty() || typed.equals(of(now)) ? limit : limit.with(NAME, submitted.jsonText(at + "/" + NAME));
    }
}
