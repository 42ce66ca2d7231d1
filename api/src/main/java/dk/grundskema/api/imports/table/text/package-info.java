/** What is said of tables in Danish and English. */
@NullMarked
package dk.grundskema.api.imports.table.text;

import org.jspecify.annotations.NullMarked;
