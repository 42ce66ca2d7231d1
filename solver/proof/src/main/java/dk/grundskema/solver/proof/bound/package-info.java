/** Lower bounds of costs with OR-Tools: CP-SAT for yes/no choices, GLOP for prices. */
@NullMarked
package dk.grundskema.solver.proof.bound;

import org.jspecify.annotations.NullMarked;
