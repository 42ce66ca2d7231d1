package dk.grundskema.api.service.campguide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the step with rules and wishes: sentences with one number each, and one on double modules.
 *
 * @param rules   rules
 * @param doubles rule on double modules
 * @param wishes  wishes
 */
public record CampRulesPage(List<RuleSentence> rules, DoubleModules doubles, List<WeightedWish> wishes) {
    /** Copies the lists. */
    public CampRulesPage {
        rules = List.copyOf(rules);
        wishes = List.copyOf(wishes);
    }

    /**
     * A sentence with a number.
     *
     * @param word   key of its texts
     * @param number the number
     * @param level  name of the level, how binding the rule is; {@code null} if it has only one
     */
    public record RuleSentence(
            String word, CampFormField number, @Nullable CampFormField level) {
        /** Creates a sentence of a rule with only one level. */
        public RuleSentence(String word, CampFormField number) {
            this(word, number, null);
        }
    }

    /**
     * The rule that no team has a subject in two modules in a row.
     *
     * @param level    name of the level, how binding the rule is; empty if all subjects may be double
     * @param except   messages about the subjects that may be double
     * @param subjects the subjects; chosen are those that may be double
     */
    public record DoubleModules(CampFormField level, CampFormField except, List<CheckboxOption> subjects) {
        /** Copies the list. */
        public DoubleModules {
            subjects = List.copyOf(subjects);
        }
    }

    /** Returns the names of all levels. */
    public List<String> levels() {
        return LevelField.names();
    }

    /**
     * A wish and its weight.
     *
     * @param sentence the wish
     * @param source   document and chapter that requires it; empty if it is our own
     * @param usual    default weight
     * @param weight   weight; 0 disables the wish
     */
    public record WeightedWish(String sentence, String source, long usual, CampFormField weight) {}
}
