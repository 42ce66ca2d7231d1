package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a decoration kind by kind. */
public final class DecorationBuilder {
    private final SortedMap<String, Mark> kinds = new TreeMap<>();
    private final SortedMap<String, Mark> subjects = new TreeMap<>();

    private DecorationBuilder() {}

    /** Returns a builder without marks. */
    public static DecorationBuilder empty() {
        return new DecorationBuilder();
    }

    /**
     * Adds a kind of session, with the texts {@code title.kind.<kind>} and {@code title.category.<category>}.
     *
     * @param rgb red, green and blue, such as {@code 0x1F5FA8}; dark enough for white text on it
     * @throws IllegalArgumentException if it is too light
     */
    public DecorationBuilder kind(String kind, String category, int rgb) {
        kinds.put(kind, new Mark("title.kind." + kind, "title.category." + category, Colour.of(rgb)));
        return this;
    }

    /** Adds a subject with a display name and the text {@code title.category.<category>}; a subject's mark takes precedence over that of the kind. */
    public DecorationBuilder subject(String subject, String name, String category, int rgb) {
        subjects.put(subject, new Mark(name, "title.category." + category, Colour.of(rgb)));
        return this;
    }

    /** Returns the decoration. */
    public Decoration build() {
        return new Decoration(kinds, subjects);
    }
}
