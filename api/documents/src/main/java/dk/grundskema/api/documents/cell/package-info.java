/** Values in cells and form fields as people write them, in Danish and English notation: one grammar for files, page tables and forms. */
@NullMarked
package dk.grundskema.api.documents.cell;

import org.jspecify.annotations.NullMarked;
