/** Planning entities: placement, seat, membership. Seen by nobody outside the solver. */
@NullMarked
package dk.grundskema.solver.model;

import org.jspecify.annotations.NullMarked;
