package dk.grundskema.api.service.campguide;

import java.util.List;

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
     */
    public record RuleSentence(String word, CampFormField number) {}

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
