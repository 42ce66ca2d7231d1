/** Moves that keep a plan whole. */
@NullMarked
package dk.grundskema.solver.moves;

import org.jspecify.annotations.NullMarked;
