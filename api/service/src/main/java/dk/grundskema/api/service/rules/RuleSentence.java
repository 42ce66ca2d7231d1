package dk.grundskema.api.service.rules;

import dk.grundskema.domain.finding.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a sentence with a field.
 *
 * @param before words before the field
 * @param field  the field
 * @param after  words after the field, with the unit; empty if none
 * @param range  permitted values; empty if the words say it
 * @param source where the rule comes from
 * @param input  kind of the field
 * @param level  how binding the rule is; {@code null} if that cannot be chosen
 */
public record RuleSentence(
        String before,
        PointerField field,
        String after,
        String range,
        String source,
        Input input,
        @Nullable LevelChoice level) {
    /** Kind of a field. */
    public enum Input {
        /** A number. */
        NUMBER,
        /** A time of day. */
        TIME,
        /** A text. */
        TEXT
    }

    /**
     * A choice of the level of a rule.
     *
     * @param field   name of the level; empty if the rule is off
     * @param label   label for screen readers
     * @param options the levels
     */
    public record LevelChoice(PointerField field, String label, List<SelectOption> options) {
        /** Copies the list. */
        public LevelChoice {
            options = List.copyOf(options);
        }
    }

    /**
     * Returns the sentence of a number whose level cannot be chosen.
     *
     * @param word part of the keys of its texts
     */
    public static RuleSentence of(String word, PointerField field, Texts texts) {
        return of(word, field, Input.NUMBER, null, texts);
    }

    static RuleSentence of(String word, PointerField field, Input input, @Nullable PointerField level, Texts texts) {
        String key = "rules." + word;
        String before = texts.text(key + ".before");
        return new RuleSentence(
                before,
                field,
                textIfAny(key + ".after", texts),
                textIfAny(key + ".range", texts),
                texts.text("rules.source", texts.text(key + ".source")),
                input,
                level == null
                        ? null
                        : new LevelChoice(level, texts.text("rules.level.of", before), LevelField.options(texts)));
    }

    private static String textIfAny(String key, Texts texts) {
        return texts.has(key) ? texts.text(key) : "";
    }
}
