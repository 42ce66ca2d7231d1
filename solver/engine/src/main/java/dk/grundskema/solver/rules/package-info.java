/**
 * The core's rules by theme, declared as plugins declare theirs. Uses {@code domain} and the plugin contract; knows neither
 * the engine nor the checker, which re-derives the hard and medium ones from the same words.
 */
@NullMarked
package dk.grundskema.solver.rules;

import org.jspecify.annotations.NullMarked;
