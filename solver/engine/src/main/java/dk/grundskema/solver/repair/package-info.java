/**
 * Repairs a plan in use when staff are absent, with as few changed person-days as possible.
 * {@link dk.grundskema.solver.repair.PlanRepairer} is the entry point.
 */
@NullMarked
package dk.grundskema.solver.repair;

import org.jspecify.annotations.NullMarked;
