package dk.grundskema.api.web.app.camp;

import java.util.List;

/**
 * What the camp asks of everybody, and what is wished, as sentences with a number each.
 *
 * @param rules  what is asked
 * @param wishes what is wished
 */
public record RulesPage(List<Sentence> rules, List<Wish> wishes) {
    /** Copies the lists. */
    public RulesPage {
        rules = List.copyOf(rules);
        wishes = List.copyOf(wishes);
    }

    /**
     * A sentence with a number in it.
     *
     * @param word   names its texts
     * @param number the number
     */
    public record Sentence(String word, Field number) {}

    /**
     * Something that is wished, and what it weighs against the others.
     *
     * @param sentence what is wished
     * @param source   document and chapter that asks for it; empty if it is ours
     * @param usual    what it weighs unless somebody says otherwise
     * @param weight   what it weighs; 0 if it doesn't count
     */
    public record Wish(String sentence, String source, long usual, Field weight) {}
}
