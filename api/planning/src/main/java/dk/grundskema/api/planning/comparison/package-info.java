/** Differences between two plans, as texts and as records. */
@NullMarked
package dk.grundskema.api.planning.comparison;

import org.jspecify.annotations.NullMarked;
