/**
 * Turns declared rules into one incremental score: compiled once into rows of ints, then kept up to date as decisions change.
 * Uses {@code model} and the plugin contract; knows no rule by name.
 */
@NullMarked
package dk.grundskema.solver.score;

import org.jspecify.annotations.NullMarked;
