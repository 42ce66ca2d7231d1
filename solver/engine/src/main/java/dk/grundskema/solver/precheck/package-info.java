/** What is short or impossible by counting, found before anything is solved. */
@NullMarked
package dk.grundskema.solver.precheck;

import org.jspecify.annotations.NullMarked;
