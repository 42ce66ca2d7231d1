/**
 * Camps as models of OR-Tools' CP-SAT, to compare the solver with. Carries every rule that the generated camps use; only this
 * package sees OR-Tools.
 */
@NullMarked
package dk.grundskema.examples.cpsat;

import org.jspecify.annotations.NullMarked;
