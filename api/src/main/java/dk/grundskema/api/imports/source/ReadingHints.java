package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.DateSpan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What readers are told that stands in no file of theirs.
 *
 * @param span     days that are planned, for what recurs without end; {@code null} means that they aren't known
 * @param headings headings of columns as a file has them, and the meaning that each has: the key of a column, or another heading that means the
 *     same; empty means that headings speak for themselves
 * @param abouts   for files by the last part of their names, what all that is in such a file belongs to; empty means that files say it
 *     themselves
 * @param mended   what cells of tables hold instead of what the file has; empty means that all is as the file has it
 * @param years    days among which dates are that are written without their year
 */
public record ReadingHints(
        @Nullable DateSpan span,
        SortedMap<String, String> headings,
        Map<String, About> abouts,
        Map<Place, String> mended,
        Years years) {
    /**
     * Whose timetable a file is, where the file doesn't say it itself: a calendar of a class or a teacher, a sheet without a name.
     *
     * @param classes  classes that everything in the file belongs to; empty means that the file says them
     * @param teachers teachers likewise
     * @param rooms    rooms likewise
     */
    public record About(List<String> classes, List<String> teachers, List<String> rooms) {
        /** Copies the lists. */
        public About {
            classes = List.copyOf(classes);
            teachers = List.copyOf(teachers);
            rooms = List.copyOf(rooms);
        }
    }

    /** Copies the maps. */
    public ReadingHints {
        headings = Collections.unmodifiableSortedMap(new TreeMap<>(headings));
        abouts = Map.copyOf(abouts);
        mended = Map.copyOf(mended);
    }

    /** All is as the files have it. */
    public ReadingHints(@Nullable DateSpan span, SortedMap<String, String> headings, Map<String, About> abouts) {
        this(span, headings, abouts, Map.of(), Years.unknown());
    }

    /** The same with cells that hold something else than the file has. */
    public ReadingHints mending(Map<Place, String> cells) {
        return new ReadingHints(span, headings, abouts, cells, years);
    }

    /** The same with dates that may be written without their year. */
    public ReadingHints dating(Years known) {
        return new ReadingHints(span, headings, abouts, mended, known);
    }

    /** Nothing is known. */
    public static ReadingHints none() {
        return new ReadingHints(null, Collections.emptySortedMap(), Map.of());
    }
}
