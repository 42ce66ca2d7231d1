package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.Term;
import java.util.ArrayList;
import java.util.List;

/** Values in which a meeting differs from what it should be, each with both values, as phrases for the sentence of a violation. */
final class ContentDifferences {
    private final List<Phrase> phrases = new ArrayList<>();

    /**
     * Adds a difference of two words of files.
     *
     * @param property what differs, such as {@code subject}; the text is {@code difference.<property>}
     * @param asked    the word asked for
     */
    ContentDifferences word(String property, String stated, String asked) {
        if (!stated.equals(asked)) {
            phrases.add(Phrase.of("difference." + property, new Term("word", stated), new Term("word", asked)));
        }
        return this;
    }

    /** Adds a difference of two forms. */
    ContentDifferences form(String stated, String asked) {
        if (!stated.equals(asked)) {
            phrases.add(Phrase.of("difference.form", new Term("form", stated), new Term("form", asked)));
        }
        return this;
    }

    /** Adds a difference of two ids or numbers. */
    ContentDifferences id(String property, Object stated, Object asked) {
        if (!stated.equals(asked)) {
            phrases.add(Phrase.of("difference." + property, stated, asked));
        }
        return this;
    }

    /** Returns the differences of what a meeting counts as work. */
    static ContentDifferences ofWorkload(Workload stated, Workload asked) {
        var all = new ContentDifferences();
        if (stated.work() != asked.work()) {
            all.phrases.add(Phrase.of("difference.work", stated.work() ? 1 : 0));
        }
        return all.id("credit", stated.creditPercent(), asked.creditPercent())
                .id("preparation", stated.preparationMinutes(), asked.preparationMinutes());
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Returns the differences as an argument of a violation. */
    Figure toFigure() {
        return new Figure(List.copyOf(phrases));
    }
}
