/** Coming in. */
@NullMarked
package dk.grundskema.api.web.app.door;

import org.jspecify.annotations.NullMarked;
