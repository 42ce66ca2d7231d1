/**
 * The core rules by theme, declared as plugins declare theirs. Depends on {@code domain} and the plugin contract, not
 * on the engine or the checker, which implements the hard and medium rules again independently.
 */
@NullMarked
package dk.grundskema.solver.rules;

import org.jspecify.annotations.NullMarked;
