/**
 * What a finished plan of a camp is worth, worked out from the problem and the timetable alone. Shares no code with the solver's
 * rules, so that plans of different solvers are judged by the same measure and the rules by another.
 */
@NullMarked
package dk.grundskema.examples.scoring;

import org.jspecify.annotations.NullMarked;
