/**
 * Says what a plan's rules charge, where and for whom, by reading the declarations from scratch: no memory of changes, no
 * tables. What the incremental score claims is held against this in tests.
 */
@NullMarked
package dk.grundskema.solver.explain;

import org.jspecify.annotations.NullMarked;
