/**
 * Generated camps, schools and small groups as models of OR-Tools' CP-SAT, for comparison with the solver. Supports every rule that these use. No other
 * package depends on OR-Tools.
 */
@NullMarked
package dk.grundskema.examples.comparison.cpsat;

import org.jspecify.annotations.NullMarked;
