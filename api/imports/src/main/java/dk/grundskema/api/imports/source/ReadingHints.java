package dk.grundskema.api.imports.source;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.domain.time.DateSpan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Information for readers that their files lack.
 *
 * @param span     days to plan, for endless recurrences; {@code null} means unknown
 * @param headings column headings in a file, with a column key or a known heading for each; empty means none
 * @param abouts   owners of timetable files, by the last part of the file name; empty means that the files state them
 * @param mended   corrected cell values by place; empty means that the files are used unchanged
 * @param days     weekdays by the names that files have for days, as texts; empty means that names state their weekdays
 * @param bells    times of lessons that the school states apart from its files; empty means none
 * @param years    resolves dates without a year
 * @param files    names of all files of the import, without folders; empty means that only one file is read
 */
public record ReadingHints(
        @Nullable DateSpan span,
        SortedMap<String, String> headings,
        Map<String, TimetableOwner> abouts,
        Map<SourceLocation, String> mended,
        Map<String, String> days,
        List<SourceBellTime> bells,
        YearlessDateResolver years,
        Set<String> files) {
    /**
     * Owner of a timetable file that does not state it: the calendar of a class or a teacher, a sheet without a name.
     *
     * @param classes  classes that everything in the file belongs to; empty means that the file states them
     * @param teachers teachers likewise
     * @param rooms    rooms likewise
     */
    public record TimetableOwner(List<String> classes, List<String> teachers, List<String> rooms) {
        /** Copies the lists. */
        public TimetableOwner {
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
        days = Map.copyOf(days);
        bells = List.copyOf(bells);
        files = Set.copyOf(files);
    }

    /** Creates hints without corrections and without a year. */
    public ReadingHints(
            @Nullable DateSpan span, SortedMap<String, String> headings, Map<String, TimetableOwner> abouts) {
        this(span, headings, abouts, Map.of(), Map.of(), List.of(), YearlessDateResolver.unknown(), Set.of());
    }

    /** Returns the hints with corrected cells. */
    public ReadingHints withCorrections(Map<SourceLocation, String> cells) {
        return new ReadingHints(span, headings, abouts, cells, days, bells, years, files);
    }

    /** Returns the hints with a resolver for dates without a year. */
    public ReadingHints withDateResolver(YearlessDateResolver known) {
        return new ReadingHints(span, headings, abouts, mended, days, bells, known, files);
    }

    /** Returns the hints with weekdays of names of days. */
    public ReadingHints withDays(Map<String, String> known) {
        return new ReadingHints(span, headings, abouts, mended, known, bells, years, files);
    }

    /** Returns the hints with times of lessons. */
    public ReadingHints withBells(List<SourceBellTime> known) {
        return new ReadingHints(span, headings, abouts, mended, days, known, years, files);
    }

    /** Returns the hints with the names of all files of the import. */
    public ReadingHints withFiles(Set<String> names) {
        return new ReadingHints(span, headings, abouts, mended, days, bells, years, names);
    }

    /** Returns empty hints. */
    public static ReadingHints none() {
        return new ReadingHints(null, Collections.emptySortedMap(), Map.of());
    }
}
