/**
 * Calculates what a plan's rules charge, where and for which people, from the declarations and from scratch, without incremental state or tables.
 * Tests compare the incremental score with it.
 */
@NullMarked
package dk.grundskema.solver.explain;

import org.jspecify.annotations.NullMarked;
