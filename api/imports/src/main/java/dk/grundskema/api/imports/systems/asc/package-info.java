/** Reads files of aSc Timetables. */
@NullMarked
package dk.grundskema.api.imports.systems.asc;

import org.jspecify.annotations.NullMarked;
