/** Finds impossible or scarce demands by counting, before a solve. */
@NullMarked
package dk.grundskema.solver.precheck;

import org.jspecify.annotations.NullMarked;
