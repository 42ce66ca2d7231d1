/**
 * Compiles declared rules and computes one incremental score from them: rules are compiled once into rows of ints,
 * which are updated as decisions change. Depends on {@code model} and the plugin contract, not on particular rules.
 *
 * <p>More than 40 files, because the compilers of the rule shapes and the parts of the score state share internals that no other package may see.
 */
@NullMarked
package dk.grundskema.solver.score;

import org.jspecify.annotations.NullMarked;
