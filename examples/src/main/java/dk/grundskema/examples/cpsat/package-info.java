/**
 * Camps as models of OR-Tools' CP-SAT, for comparison with the solver. Supports every rule that the generated camps use. No other
 * package depends on OR-Tools.
 */
@NullMarked
package dk.grundskema.examples.cpsat;

import org.jspecify.annotations.NullMarked;
