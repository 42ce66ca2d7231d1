/**
 * Readers for files of other timetable programs: Untis, aSc Timetables, FET, and calendars. Each reports what it understood and what is
 * odd, in the file's own words; none throws because of a file's content. Texts are in {@code messages} of this package.
 *
 * <p>More than 40 files, because the readers share the builder, the XML tree and the parsers of times, which no other package may see.
 */
@NullMarked
package dk.grundskema.api.imports.systems;

import org.jspecify.annotations.NullMarked;
