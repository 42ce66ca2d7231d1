/** Test support for plugin authors. */
@NullMarked
package dk.grundskema.solver.testkit;

import org.jspecify.annotations.NullMarked;
