/**
 * Readers of files that other timetable programs write: Untis, aSc Timetables, FET, and calendars. Each says all that it understood and all
 * that is odd, in the file's own words; none throws because of what a file holds. Texts are in {@code messages} of this package.
 */
@NullMarked
package dk.grundskema.api.imports.systems;

import org.jspecify.annotations.NullMarked;
