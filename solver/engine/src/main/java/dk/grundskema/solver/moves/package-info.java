/**
 * How the search changes a plan: moves that keep it whole. Each is made on paper first and handed to Timefold as the
 * difference; each can be switched off, to show what it is worth.
 */
@NullMarked
package dk.grundskema.solver.moves;

import org.jspecify.annotations.NullMarked;
