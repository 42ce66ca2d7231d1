/**
 * Scores finished plans from the problem and the timetable alone. Shares no code with the solver's rules. So plans of different
 * solvers are scored alike, and the rules are verified independently.
 */
@NullMarked
package dk.grundskema.examples.comparison.scoring;

import org.jspecify.annotations.NullMarked;
