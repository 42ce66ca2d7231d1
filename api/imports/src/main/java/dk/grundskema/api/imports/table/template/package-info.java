/** The import template workbook: one sheet per list, with headings, explanations and examples. */
@NullMarked
package dk.grundskema.api.imports.table.template;

import org.jspecify.annotations.NullMarked;
