/** Why a plan is as it is, what would change it, who could take a duty. */
@NullMarked
package dk.grundskema.solver.explain;

import org.jspecify.annotations.NullMarked;
