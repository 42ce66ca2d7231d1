package dk.grundskema.api.imports.mapping;

import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.time.DateSpan;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a school says about its files. Names are written as in the files; all of it may be left out.
 *
 * @param version    version of the format, {@link #VERSION}
 * @param school     the school's name, also of its site; {@code null} means that the title stands in
 * @param schoolYear such as {@code 2026/27}; {@code null} means that the command or the files say it
 * @param headings   headings of columns as files have them, and a heading or key that the product knows for each
 * @param staff      other spellings of staff, and the initials or name that is meant by each; a spelling that stands for itself is somebody else
 *     than those who are spelled alike
 * @param classes    other spellings of classes and courses, likewise
 * @param rooms      other spellings of rooms, likewise
 * @param subjects   subjects as files write them, and the name to use for each
 * @param courses    which classes and students courses are made of
 * @param files      for files by name, whose timetable each is
 * @param bells      when lessons of a number or name are; they come before those of files
 * @param calendar   what the school year has otherwise than usual
 */
public record ImportMapping(
        @Default("1") int version,
        @Nullable String school,
        @Nullable String schoolYear,
        SortedMap<String, String> headings,
        SortedMap<String, String> staff,
        SortedMap<String, String> classes,
        SortedMap<String, String> rooms,
        SortedMap<String, String> subjects,
        List<Course> courses,
        SortedMap<String, FileOwner> files,
        List<Bell> bells,
        @Default("{}") CalendarWishes calendar) {
    /** The version of the format that this product reads. */
    public static final int VERSION = 1;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the version is another or a name is too long */
    public ImportMapping {
        headings = copy(headings);
        staff = copy(staff);
        classes = copy(classes);
        rooms = copy(rooms);
        subjects = copy(subjects);
        courses = List.copyOf(courses);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        bells = List.copyOf(bells);
        new Checks()
                .that(version == VERSION, "version", "format.unknown-version", version, VERSION)
                .line("school", school)
                .done();
    }

    private static SortedMap<String, String> copy(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Nothing is said. */
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
                List.of(),
                Collections.emptySortedMap(),
                List.of(),
                CalendarWishes.defaults());
    }

    /** What readers are told of it. */
    public ReadingHints hints(@Nullable DateSpan span) {
        Map<String, ReadingHints.About> abouts = new HashMap<>();
        files.forEach((name, owner) -> abouts.put(name, owner.about()));
        return new ReadingHints(span, headings, abouts);
    }
}
