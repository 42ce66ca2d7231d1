/** Parsers for cell contents: weekdays, times, dates, weeks, numbers. Pure functions of a text, independent of files and findings. */
@NullMarked
package dk.grundskema.api.imports.table.parse;

import org.jspecify.annotations.NullMarked;
