/** Parsers for what only timetables have: numbers of lessons and patterns of weeks. Pure functions of a text, independent of files and findings. */
@NullMarked
package dk.grundskema.api.imports.table.parse;

import org.jspecify.annotations.NullMarked;
