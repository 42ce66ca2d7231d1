/** Makes the problem of a next school year or camp out of one that is there. */
@NullMarked
package dk.grundskema.api.planning.nextterm;

import org.jspecify.annotations.NullMarked;
