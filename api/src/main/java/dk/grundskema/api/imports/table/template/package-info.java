/** The workbook to fill in: a sheet for each list, with headings, explanations and examples. */
@NullMarked
package dk.grundskema.api.imports.table.template;

import org.jspecify.annotations.NullMarked;
