/** The page of what becomes of plans as wholes. */
@NullMarked
package dk.grundskema.api.server.pages.shelf;

import org.jspecify.annotations.NullMarked;
