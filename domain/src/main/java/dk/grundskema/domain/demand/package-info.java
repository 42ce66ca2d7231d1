/**
 * What an intervention needs, in the words that all types share: sessions to place, seats to fill, groups to form. Made by plugins, read by the solver.
 */
@NullMarked
package dk.grundskema.domain.demand;

import org.jspecify.annotations.NullMarked;
