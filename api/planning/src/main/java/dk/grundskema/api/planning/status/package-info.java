/** The status of a plan: what is broken, open, short and unplanned in it, and what its unmet wishes cost. */
@NullMarked
package dk.grundskema.api.planning.status;

import org.jspecify.annotations.NullMarked;
