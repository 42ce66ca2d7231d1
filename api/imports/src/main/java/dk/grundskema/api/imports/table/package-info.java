/**
 * Reads workbooks and delimited text files, and writes the template. {@code file} turns files into tables, {@code lists} reads tables with
 * headings, {@code grid} those with weekdays across, {@code words} parses cell contents, {@code template} writes the template.
 */
@NullMarked
package dk.grundskema.api.imports.table;

import org.jspecify.annotations.NullMarked;
