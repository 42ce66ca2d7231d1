/**
 * Readers for files of other timetable programs, each in a package of its own that knows no other program: Untis, aSc Timetables, FET, and
 * calendars. They use {@code file}. Each reports what it understood and what is odd, in the file's own words; none throws because of a
 * file's content. Texts are in {@code messages} of this package.
 */
@NullMarked
package dk.grundskema.api.imports.systems;

import org.jspecify.annotations.NullMarked;
