/** Compiles declared rules to one incremental calculator. */
@NullMarked
package dk.grundskema.solver.score;

import org.jspecify.annotations.NullMarked;
