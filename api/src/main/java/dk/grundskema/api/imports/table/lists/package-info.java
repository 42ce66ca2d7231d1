/**
 * Lists: tables with a row of headings and a row for each thing. Which list a table is, which column means what, and what its rows say. Knows
 * tables and words; what a list asks for comes from its {@code InputList}, the core's as well as those of intervention types.
 */
@NullMarked
package dk.grundskema.api.imports.table.lists;

import org.jspecify.annotations.NullMarked;
