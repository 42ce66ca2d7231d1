/**
 * The ways in and out of the model: from a problem and its demand to a blueprint, from decisions to a timetable. The only
 * place where ids become numbers and numbers ids again.
 */
@NullMarked
package dk.grundskema.solver.mapping;

import org.jspecify.annotations.NullMarked;
