/** Runs the solver and CP-SAT side by side on made-up camps and prints what came of it as tables in Markdown. */
@NullMarked
package dk.grundskema.examples.comparison;

import org.jspecify.annotations.NullMarked;
