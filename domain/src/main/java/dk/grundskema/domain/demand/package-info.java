/**
 * The demand of an intervention in terms that all types share: sessions to place, seats to fill, groups to form. Plugins create it; the solver
 * reads it.
 */
@NullMarked
package dk.grundskema.domain.demand;

import org.jspecify.annotations.NullMarked;
