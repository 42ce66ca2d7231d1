/**
 * The planning model: the blueprint of a problem in indexed arrays, and the three kinds of planning entity over it. Uses
 * {@code domain}, the plugin contract and Timefold's annotations; knows no rule and no move.
 */
@NullMarked
package dk.grundskema.solver.model;

import org.jspecify.annotations.NullMarked;
