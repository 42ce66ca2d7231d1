package dk.grundskema.solver.spi;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the sessions of an intervention are told apart at a glance, on paper, pages and in calendars. Data only: what is made of it is for those who
 * draw. A colour never stands alone, there are always words with it.
 *
 * @param kinds    marks by the kinds of sessions; a kind that isn't named gets a mark from those who draw
 * @param subjects marks by subjects, which go before those of the kind
 */
public record Decoration(SortedMap<String, Mark> kinds, SortedMap<String, Mark> subjects) {
    /** Nothing is said. */
    public static final Decoration NONE = new Decoration(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Least contrast of a mark's colour to white. Source: WCAG 2.2, 1.4.3. */
    public static final double LEAST_CONTRAST = 4.5;

    /** Copies the maps. */
    public Decoration {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
    }

    /**
     * What sessions of one kind or subject have in common to the eye.
     *
     * @param name     what people call them: a key of the plugin's texts, or the words themselves where there is no such key
     * @param category wider heading that several kinds and subjects share, such as teaching: a key of the plugin's texts, or the
     *     words themselves
     * @param colour   dark enough that white can be read on it, and it on white
     */
    public record Mark(String name, String category, Colour colour) {
        /** @throws IllegalArgumentException if a text is blank or the colour is too light */
        public Mark {
            if (name.isBlank() || category.isBlank() || colour.contrast(Colour.WHITE) < LEAST_CONTRAST) {
                throw new IllegalArgumentException(
                        "The mark (%s) has the category (%s) and the colour (%s), whose contrast to white is %.1f; 4.5 was expected.\nMaybe choose a darker one?"
                                .formatted(name, category, colour.hex(), colour.contrast(Colour.WHITE)));
            }
        }
    }

    /**
     * The mark of a session or meeting.
     *
     * @param kind    its kind
     * @param subject its subject; empty if none
     * @return empty if nothing was said of either
     */
    public Optional<Mark> of(String kind, String subject) {
        return Optional.ofNullable(subjects.get(subject)).or(() -> Optional.ofNullable(kinds.get(kind)));
    }
}
