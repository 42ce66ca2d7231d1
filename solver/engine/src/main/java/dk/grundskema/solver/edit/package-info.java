/**
 * Changes a timetable by hand: tries a change, shows its effect, its targets and its alternatives.
 * {@link dk.grundskema.solver.edit.Workbench} is the entry point.
 */
@NullMarked
package dk.grundskema.solver.edit;

import org.jspecify.annotations.NullMarked;
