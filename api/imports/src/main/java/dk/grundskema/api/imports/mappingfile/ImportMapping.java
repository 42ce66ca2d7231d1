package dk.grundskema.api.imports.mappingfile;

import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.DateSpan;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A school's mapping file. Names are written as in the imported files; everything is optional.
 *
 * @param version    version of the format, {@link #VERSION}
 * @param school     name of the school and its site; {@code null} means the title
 * @param schoolYear such as {@code 2026/27}; {@code null} means that the command or the files state it
 * @param headings   column headings in the files, with a known heading or key for each; a {@link ListHeading} holds for one list, if that does not know
 *                   the heading
 * @param staff      other spellings of staff, with the initials or name that each means; a spelling mapped to itself is a different person
 *                   from those with a similar name
 * @param classes    other spellings of classes and courses, likewise
 * @param rooms      other spellings of rooms, likewise
 * @param roomKinds  kinds of rooms, such as {@code gym}: by name of the room if no file states its kind, and by the word of a file that is no kind
 * @param subjects   subjects as files write them, with the name to use for each; for subjects of staff, several names are separated by commas
 * @param courses    classes and students of courses
 * @param files      owners of timetable files, by file name
 * @param days       names of days in the files, with the weekday of each
 * @param bells      bell times; they override those of the files
 * @param calendar   differences from the default school calendar
 * @param inPlan     what of the files is what of a plan in use that they are put into; a new plan does not use it
 */
public record ImportMapping(
        @Default("1") int version,
        @Nullable String school,
        @Nullable String schoolYear,
        SortedMap<String, String> headings,
        SortedMap<String, String> staff,
        SortedMap<String, String> classes,
        SortedMap<String, String> rooms,
        SortedMap<String, String> roomKinds,
        SortedMap<String, String> subjects,
        List<Course> courses,
        SortedMap<String, FileOwner> files,
        SortedMap<String, String> days,
        List<Bell> bells,
        @Default("{}") CalendarWishes calendar,
        @Default("{}") PlanEntries inPlan) {
    /** The format version that this product reads. */
    public static final int VERSION = 1;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the version is another or a name is too long */
    public ImportMapping {
        headings = copy(headings);
        staff = copy(staff);
        classes = copy(classes);
        rooms = copy(rooms);
        roomKinds = copy(roomKinds);
        subjects = copy(subjects);
        courses = List.copyOf(courses);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        days = copy(days);
        bells = List.copyOf(bells);
        new RecordValidator()
                .require(version == VERSION, "version", "format.unknown-version", version, VERSION)
                .singleLine("school", school)
                .throwIfInvalid();
    }

    private static SortedMap<String, String> copy(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Returns an empty mapping. */
    public static ImportMapping defaults() {
        return new ImportMapping(
                VERSION,
                null,
                null,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(),
                CalendarWishes.defaults(),
                PlanEntries.none());
    }

    /** Returns the names of staff, classes and rooms that are mapped to themselves: they are others than those with a similar name. */
    public Set<String> ownNames() {
        return Stream.of(staff, classes, rooms)
                .flatMap(names -> names.entrySet().stream())
                .filter(name -> name.getKey().equals(name.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the hints for readers. */
    public ReadingHints readingHints(@Nullable DateSpan span) {
        Map<String, ReadingHints.TimetableOwner> abouts = new HashMap<>();
        files.forEach((name, owner) -> abouts.put(name, owner.toTimetableOwner()));
        return new ReadingHints(span, headings, abouts).withDays(days);
    }
}
