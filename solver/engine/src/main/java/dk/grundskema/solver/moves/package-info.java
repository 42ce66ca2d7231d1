/**
 * The neighbourhood moves of the search. Each move is planned in a draft and passed to Timefold as a list of changes;
 * each family can be disabled to measure its contribution.
 */
@NullMarked
package dk.grundskema.solver.moves;

import org.jspecify.annotations.NullMarked;
