package dk.grundskema.api.service.campguide;

import dk.grundskema.domain.finding.Level;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Model of the step with rules and wishes: sentences with one number each.
 *
 * @param rules  rules
 * @param wishes wishes
 */
public record CampRulesPage(List<RuleSentence> rules, List<WeightedWish> wishes) {
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

        /** Returns the names of all levels. */
        public List<String> levels() {
            return Stream.of(Level.values()).map(Level::name).toList();
        }
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
