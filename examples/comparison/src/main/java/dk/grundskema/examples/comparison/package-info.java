/** Runs the solver and CP-SAT side by side on generated problems and prints the results as Markdown tables. */
@NullMarked
package dk.grundskema.examples.comparison;

import org.jspecify.annotations.NullMarked;
