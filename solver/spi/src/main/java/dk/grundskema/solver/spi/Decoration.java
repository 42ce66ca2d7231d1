package dk.grundskema.solver.spi;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names, categories and colours that distinguish the sessions of an intervention on paper, on pages and in calendars. Data only; the renderers
 * decide how to draw it. A colour is never the only distinction; a text always accompanies it.
 *
 * @param kinds    marks by kind of session; renderers choose a mark for other kinds
 * @param subjects marks by subject; they take precedence over those of the kind
 */
public record Decoration(SortedMap<String, Mark> kinds, SortedMap<String, Mark> subjects) {
    /** No marks. */
    public static final Decoration NONE = new Decoration(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Minimum contrast of a mark's colour to white. Source: WCAG 2.2, 1.4.3. */
    public static final double LEAST_CONTRAST = 4.5;

    /** Copies the maps. */
    public Decoration {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
    }

    /**
     * The appearance of sessions of one kind or subject.
     *
     * @param name     display name: a key of the plugin's texts, or the text itself if there is no such key
     * @param category broader heading that several kinds and subjects share, such as teaching: a key of the plugin's texts, or the text itself
     * @param colour   dark enough for white text on it, and for text in this colour on white
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
     * Returns the mark of a session or meeting.
     *
     * @param kind    its kind
     * @param subject its subject; empty if none
     * @return the mark of the subject, else that of the kind, else empty
     */
    public Optional<Mark> markOf(String kind, String subject) {
        return Optional.ofNullable(subjects.get(subject)).or(() -> Optional.ofNullable(kinds.get(kind)));
    }
}
