/**
 * Lower bounds of the cost of wishes. The declared rules of a plan become a {@link dk.grundskema.solver.bound.CostModel} of yes/no choices, in which
 * whatever is not modelled only makes more possible or costs less; an exact solver behind {@link dk.grundskema.solver.bound.BoundSolver} bounds its cost.
 */
@NullMarked
package dk.grundskema.solver.bound;

import org.jspecify.annotations.NullMarked;
