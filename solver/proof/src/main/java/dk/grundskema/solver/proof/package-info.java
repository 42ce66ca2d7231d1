/**
 * Exact search about who takes the seats of sessions, with CP-SAT: proofs that a seat cannot be filled, repairs of seats that can, and bounds. The
 * rules are derived from problem and demand with arithmetic of this package, independent of the declared rules of the search.
 *
 * <p>More than 40 files, because the clauses of the model, the facts that they stand for and the remedies share internals that no other package may
 * see.
 */
@NullMarked
package dk.grundskema.solver.proof;

import org.jspecify.annotations.NullMarked;
