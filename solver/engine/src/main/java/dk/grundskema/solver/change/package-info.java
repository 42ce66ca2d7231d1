/**
 * Changes a plan in use at a moment, with as few changed person-days as possible: {@link dk.grundskema.solver.change.PlanChanger} for any change,
 * {@link dk.grundskema.solver.change.PlanContinuer} for a new plan of what is to come.
 *
 * <p>More than 40 files, because both use the same search for stand-ins and the same split by date, which no other package may see.
 */
@NullMarked
package dk.grundskema.solver.change;

import org.jspecify.annotations.NullMarked;
