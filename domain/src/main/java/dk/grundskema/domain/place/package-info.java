/** Sites, travel between them, and rooms. Uses {@code finding} and {@code time}. */
@NullMarked
package dk.grundskema.domain.place;

import org.jspecify.annotations.NullMarked;
