/** Problem files: reading them, with everything that is wrong said at once. */
@NullMarked
package dk.grundskema.api.planning;

import org.jspecify.annotations.NullMarked;
