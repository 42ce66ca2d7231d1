/** The camp guide: puts parts of a camp on pages, and what is typed there into the camp. */
@NullMarked
package dk.grundskema.api.server.pages.camp;

import org.jspecify.annotations.NullMarked;
