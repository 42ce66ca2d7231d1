/** Solves, replans, tells of progress, stops. */
@NullMarked
package dk.grundskema.solver.engine;

import org.jspecify.annotations.NullMarked;
