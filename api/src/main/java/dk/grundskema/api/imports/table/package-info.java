/**
 * Workbooks and files of text with columns, read into what files of schools hold, and the template to fill in. {@code file} makes tables of files,
 * {@code lists} reads tables with headings, {@code grid} those with weekdays across, {@code words} what stands in cells, {@code text} says it.
 */
@NullMarked
package dk.grundskema.api.imports.table;

import org.jspecify.annotations.NullMarked;
