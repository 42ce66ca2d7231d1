/** What plugin authors test with. */
@NullMarked
package dk.grundskema.solver.testkit;

import org.jspecify.annotations.NullMarked;
