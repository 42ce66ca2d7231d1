/** Changes of a plan in use at a moment. */
@NullMarked
package dk.grundskema.api.planning.change;

import org.jspecify.annotations.NullMarked;
