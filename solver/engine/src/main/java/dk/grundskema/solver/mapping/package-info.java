/**
 * Converts a problem and its demands to a blueprint, and decisions to a timetable. The only place where ids become
 * indices and indices ids.
 */
@NullMarked
package dk.grundskema.solver.mapping;

import org.jspecify.annotations.NullMarked;
