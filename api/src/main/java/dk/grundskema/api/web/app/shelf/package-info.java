/** What becomes of plans as wholes. */
@NullMarked
package dk.grundskema.api.web.app.shelf;

import org.jspecify.annotations.NullMarked;
