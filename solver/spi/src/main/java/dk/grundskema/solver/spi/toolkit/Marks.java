package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a decoration together, kind by kind. */
public final class Marks {
    private final SortedMap<String, Mark> kinds = new TreeMap<>();
    private final SortedMap<String, Mark> subjects = new TreeMap<>();

    private Marks() {}

    /** Begins with nothing. */
    public static Marks none() {
        return new Marks();
    }

    /**
     * Adds a kind of session, with the texts {@code title.kind.<kind>} and {@code title.category.<category>}.
     *
     * @param rgb red, green and blue, such as {@code 0x1F5FA8}; dark enough that white can be read on it
     * @throws IllegalArgumentException if it is too light
     */
    public Marks kind(String kind, String category, int rgb) {
        kinds.put(kind, new Mark("title.kind." + kind, "title.category." + category, Colour.of(rgb)));
        return this;
    }

    /** Adds a subject that is called so, with the text {@code title.category.<category>}; a subject's mark goes before its kind's. */
    public Marks subject(String subject, String name, String category, int rgb) {
        subjects.put(subject, new Mark(name, "title.category." + category, Colour.of(rgb)));
        return this;
    }

    /** All that was added. */
    public Decoration decoration() {
        return new Decoration(kinds, subjects);
    }
}
