/**
 * Lists: tables with a row of headings and one row per item. Recognises the list and its columns, and reads its rows. Independent of
 * problems; {@code InputList} defines the columns of core lists and of intervention types' lists.
 */
@NullMarked
package dk.grundskema.api.imports.table.lists;

import org.jspecify.annotations.NullMarked;
