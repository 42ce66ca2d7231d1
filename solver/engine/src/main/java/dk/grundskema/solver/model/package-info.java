/**
 * The planning model: the blueprint of a problem in indexed arrays and the three kinds of planning entity over it.
 * Depends on {@code domain}, the plugin contract and Timefold's annotations, not on rules or moves.
 */
@NullMarked
package dk.grundskema.solver.model;

import org.jspecify.annotations.NullMarked;
